import { z } from 'zod';
import type { OrderFacts } from '../domain/order-snapshot.ts';
import { lookupStatus } from '../mapping/status/lookup.ts';
import type { StatusRow } from '../mapping/status/rows.ts';

/**
 * What an answer must show before it may end an event: marketplaces answer late copies of themselves.
 * `updatedAt`: a time of change not before it; `word`: the status told for that time; `tracking`: this number on this package.
 */
export const ExpectationSchema = z.object({
  updatedAt: z.iso.datetime().optional(),
  word: z.string().optional(),
  tracking: z.object({ packageNumber: z.string(), number: z.string() }).optional(),
});
export type Expectation = z.infer<typeof ExpectationSchema>;

export type Shown = { sourceUpdatedAt: string; word: string; facts: Pick<OrderFacts, 'packages' | 'trackingNumbers'> };

export function showsExpected(expects: Expectation | null, shown: Shown, table: readonly StatusRow[]): boolean {
  if (!expects) return true;
  const { updatedAt, word, tracking } = expects;
  const laterMs = updatedAt === undefined ? Infinity : Date.parse(shown.sourceUpdatedAt) - Date.parse(updatedAt);
  if (laterMs < 0) return false;
  if (laterMs === 0 && word !== undefined && isBefore(shown.word, word, table)) return false;
  return tracking === undefined || showsTracking(tracking, shown);
}

/** A number without its package in the same answer is not kept, so it does not count either. */
function showsTracking({ packageNumber, number }: NonNullable<Expectation['tracking']>, { facts }: Shown): boolean {
  const isShown = facts.packages?.some((parcel) => parcel.number === packageNumber) ?? false;
  return isShown && facts.trackingNumbers?.[packageNumber] === number;
}

/** Of two words told for the same second, whether the one that is shown may be the earlier: then the answer may be a late copy. */
function isBefore(shown: string, expected: string, table: readonly StatusRow[]): boolean {
  if (shown === expected) return false;
  const [before, after] = [lookupStatus(table, shown), lookupStatus(table, expected)];
  if (!before.known || !after.known) return true;
  return before.row.rank < after.row.rank || (after.row.comesAfter ?? []).includes(shown);
}
