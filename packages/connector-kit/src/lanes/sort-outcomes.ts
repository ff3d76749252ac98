import type { OrderSnapshot } from 'shared/domain/order-snapshot';
import { showsExpected } from 'shared/inbox/expectation';
import { STALE_WAITS_S } from 'shared/inbox/postpone-events';
import { statusTables } from 'shared/mapping/status/tables';
import type { Fetched, Untracked } from './fetch-in-halves.ts';
import type { LaneEvent } from './lane-events.ts';

/** An order as the marketplace showed it; which rows it answers, the lane knows. */
export type FetchedOrder = Omit<OrderSnapshot, 'events' | 'traceId'>;

export type SortedOutcomes = {
  snapshots: { order: FetchedOrder; answers: LaneEvent[] }[];
  /** Read again soon: the answer was older than what the event tells, or lacked its lines, or did not know a new order yet. */
  stale: LaneEvent[];
  /** Read again later, nothing counted: the call for the tracking number is away, the order's own is not. */
  waiting: { reason: string; events: LaneEvent[] }[];
  unavailable: { code: string; reason: string; answers: LaneEvent[] }[];
  spent: { reason: string; events: LaneEvent[] }[];
};

/** Not found so soon after its push, an order is only not there yet; later it is asked for as often as a stale read is. */
const NOT_FOUND_IS_STALE_MS = 600_000;

/** What each outcome of a call means for the rows that asked. Pure. */
export function sortOutcomes(fetched: readonly Fetched<FetchedOrder>[], events: readonly LaneEvent[], now: string): SortedOutcomes {
  const sorted: SortedOutcomes = { snapshots: [], stale: [], waiting: [], unavailable: [], spent: [] };
  for (const result of fetched) {
    const asked = events.filter(({ key }) => key === result.code);
    if (result.outcome === 'snapshot') sortSnapshot(sorted, result, asked);
    else if (result.outcome === 'missing') sortMissing(sorted, result.code, { asked, now });
    else if (result.outcome === 'refused') sorted.unavailable.push({ code: result.code, reason: result.reason, answers: asked });
    else sorted.spent.push({ reason: result.reason, events: asked });
  }
  return sorted;
}

type Shown = Extract<Fetched<FetchedOrder>, { outcome: 'snapshot' }>;

function sortSnapshot(sorted: SortedOutcomes, { snapshot: order, untracked }: Shown, asked: readonly LaneEvent[]): void {
  const isComplete = order.facts.lines !== undefined;
  const shown = { sourceUpdatedAt: order.version.sourceUpdatedAt, word: order.status.word, facts: order.facts };
  const table = statusTables[order.channel]?.orders ?? [];
  const answers = asked.filter((event) => isComplete && showsExpected(expectedOf(event), shown, table));
  const open = asked.filter((event) => !answers.includes(event));
  const kept = untracked ? open.filter(({ expects }) => expects?.tracking) : [];
  sorted.snapshots.push({ order, answers });
  sorted.stale.push(...open.filter((event) => !kept.includes(event)));
  if (untracked && kept.length > 0) sortUntracked(sorted, untracked, kept);
}

/**
 * Shopee's clock has seconds, so the order may rest at a word that was told before another one of the same second. An answer that still
 * shows it after all the waits is no late copy.
 */
function expectedOf({ expects, staleReads }: LaneEvent): LaneEvent['expects'] {
  if (!expects || staleReads < STALE_WAITS_S.length) return expects;
  const { word: _word, ...rest } = expects;
  return rest;
}

function sortUntracked(sorted: SortedOutcomes, { reason, mayPass }: Untracked, events: LaneEvent[]): void {
  (mayPass ? sorted.waiting : sorted.spent).push({ reason, events });
}

function sortMissing(sorted: SortedOutcomes, code: string, { asked, now }: { asked: readonly LaneEvent[]; now: string }): void {
  const isNew = ({ receivedAt }: LaneEvent): boolean => Date.parse(now) - Date.parse(receivedAt) < NOT_FOUND_IS_STALE_MS;
  if (asked.some((event) => isNew(event) || event.staleReads < STALE_WAITS_S.length)) sorted.stale.push(...asked);
  else sorted.unavailable.push({ code, reason: 'the order is not found', answers: [...asked] });
}
