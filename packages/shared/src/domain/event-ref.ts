import { z } from 'zod';

/**
 * The identity of an inbox row as it was read: what a snapshot carries, and what the writer ends.
 * `seen` grows when the same change is told again, and `receivedAt` differs where a database that lost its newest rows gave an id anew:
 * a row that is not exactly this one stays open.
 */
export const EventRefSchema = z.object({
  id: z.string().regex(/^\d+$/),
  receivedAt: z.iso.datetime(),
  seen: z.int().min(1),
});
export type EventRef = z.infer<typeof EventRefSchema>;
