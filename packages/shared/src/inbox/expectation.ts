import { z } from 'zod';
import type { OrderFacts } from '../domain/order-snapshot.ts';

/**
 * What an answer must show before it may end an event: marketplaces answer late copies of themselves (ways.md 1).
 * `updatedAt`: a time of change not before it; `tracking`: this tracking number on this package.
 */
export const ExpectationSchema = z.object({
  updatedAt: z.iso.datetime().optional(),
  tracking: z.object({ packageNumber: z.string(), number: z.string() }).optional(),
});
export type Expectation = z.infer<typeof ExpectationSchema>;

type Shown = { sourceUpdatedAt: string; facts: Pick<OrderFacts, 'trackingNumbers'> };

export function showsExpected(expects: Expectation | null, shown: Shown): boolean {
  if (!expects) return true;
  if (expects.updatedAt && Date.parse(shown.sourceUpdatedAt) < Date.parse(expects.updatedAt)) return false;
  if (!expects.tracking) return true;
  return shown.facts.trackingNumbers?.[expects.tracking.packageNumber] === expects.tracking.number;
}
