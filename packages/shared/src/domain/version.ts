import { z } from 'zod';

const InstantSchema = z.iso.datetime();

/**
 * What makes one snapshot newer than another, compared in this order (R2):
 * the marketplace's time of change; our database's clock at the read before the call (so that a refresh, or an answer unmasked,
 * takes effect, and no host's clock matters); the rank of the status; a digest of the content, to settle the rest.
 */
export const VersionSchema = z.object({
  sourceUpdatedAt: InstantSchema,
  fetchedAt: InstantSchema,
  rank: z.int(),
  digest: z.string().min(1),
});
export type Version = z.infer<typeof VersionSchema>;

/** Negative, zero or positive, as `a` is older than, the same as or newer than `b`. Instants are compared as times, not as text. */
export function compareVersions(a: Version, b: Version): number {
  return (
    Date.parse(a.sourceUpdatedAt) - Date.parse(b.sourceUpdatedAt) ||
    Date.parse(a.fetchedAt) - Date.parse(b.fetchedAt) ||
    a.rank - b.rank ||
    (a.digest < b.digest ? -1 : Number(a.digest > b.digest))
  );
}
