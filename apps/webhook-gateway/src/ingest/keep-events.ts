import { databaseFault } from 'shared/db/fault';
import { identityOf, type InsertedEvent } from 'shared/inbox/insert-events';
import type { NewEvent } from 'shared/inbox/new-event';
import type { Logger } from 'shared/log/logger';

export type KeepOutcome = 'accepted' | 'unavailable';
export type KeepEventsOptions = {
  /** Gives the rows that were written or touched: what has none was not kept. */
  insert: (events: readonly NewEvent[]) => Promise<InsertedEvent[]>;
  onKept: (kept: readonly InsertedEvent[]) => void;
  log: Logger;
};

/** Keeps a batch and says what became of each of its events, in their order. */
export function createKeepEvents({ insert, onKept, log }: KeepEventsOptions): (events: readonly NewEvent[]) => Promise<KeepOutcome[]> {
  /** A batch with a row that the database refuses is cut in halves, until that one stands alone. */
  async function keep(events: readonly NewEvent[]): Promise<KeepOutcome[]> {
    try {
      return await keepAll(events);
    } catch (error) {
      const [only, ...others] = events;
      if (databaseFault(error) !== 'data' || !only) return unavailable(events, error);
      if (others.length === 0) return keepBytes(only, error);
      const middle = Math.ceil(events.length / 2);
      return [...(await keep(events.slice(0, middle))), ...(await keep(events.slice(middle)))];
    }
  }

  /** A repeat of a row that somebody holds is not kept; the marketplace tells it again. */
  async function keepAll(events: readonly NewEvent[]): Promise<KeepOutcome[]> {
    const kept = await insert(events);
    onKept(kept);
    const identities = new Set(kept.map(identityOf));
    const missed = events.filter((event) => !identities.has(identityOf(event))).length;
    if (missed > 0) log.warn({ rows: missed }, 'inbox.row_held');
    return events.map((event) => (identities.has(identityOf(event)) ? 'accepted' : 'unavailable'));
  }

  /** Kept without what the database refuses: only its bytes, for people to look at. */
  async function keepBytes(event: NewEvent, error: unknown): Promise<KeepOutcome[]> {
    const { channel, dedupeKey, traceId } = event;
    log.error({ err: error, channel, dedupeKey, traceId }, 'inbox.value_refused');
    return keepAll([asIgnored(event)]).catch((again: unknown) => unavailable([event], again));
  }

  function unavailable(events: readonly NewEvent[], error: unknown): KeepOutcome[] {
    log.error({ err: error, rows: events.length }, 'inbox.insert_failed');
    return events.map(() => 'unavailable');
  }

  return keep;
}

const asIgnored = (event: NewEvent): NewEvent => ({
  ...event, externalStoreId: null, kind: 'none', key: '', expects: null, status: 'ignored', reason: 'it holds a value that the database refuses',
});
