import type { Faults } from '../faults/faults.ts';
import type { Order } from '../world/types.ts';

/** How many moves a reader sees: all, or all but the last while the copy that answers is stale; 0 = not there yet. */
function visibleMoves(order: Order, staleMs: number | undefined, nowMs: number): number {
  const stale = staleMs !== undefined && nowMs - order.movedAt < staleMs;
  return order.moves.length - (stale ? 1 : 0);
}

type Reader = { faults: Faults; clock: () => number };

export function visibleTo({ faults, clock }: Reader, endpoint: string, order: Order): number {
  return visibleMoves(order, faults.forRead(endpoint, order).staleReads, clock());
}
