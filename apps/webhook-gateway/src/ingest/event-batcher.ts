// Many requests share one multi-row insert, and each answer waits for its commit: the commit is the promise.
// One flush is under way at a time; what comes meanwhile is the next one's. Nothing is kept here that was acknowledged.

import { databaseFault } from 'shared/db/fault';
import type { InsertedEvent } from 'shared/inbox/insert-events';
import type { NewEvent } from 'shared/inbox/new-event';
import type { Logger } from 'shared/log/logger';

export type IngestOutcome = 'accepted' | 'overloaded' | 'unavailable';
export type EventBatcher = {
  add(event: NewEvent): Promise<IngestOutcome>;
  /** Resolves when everything that was added has its answer. */
  idle(): Promise<void>;
};

export type EventBatcherOptions = {
  insert: (events: readonly NewEvent[]) => Promise<InsertedEvent[]>;
  onKept: (kept: readonly InsertedEvent[]) => void;
  log: Logger;
  /** Above it a push is shed, rather than answered late. */
  maxQueued: number;
  maxBatch: number;
  /** Between two flushes, so that batches are few and full. */
  gapMs: number;
  /** A marketplace waits for no more than this; the row may still be kept, and the repeat then finds it. */
  answerWithinMs: number;
};

type Queued = { event: NewEvent; settle: (outcome: IngestOutcome) => void };

export function createEventBatcher(options: EventBatcherOptions): EventBatcher {
  const queued: Queued[] = [];
  let flushing: Promise<void> | null = null;

  async function flushAll(): Promise<void> {
    while (queued.length > 0) {
      const batch = queued.splice(0, options.maxBatch);
      const outcome = await keep(batch.map(({ event }) => event));
      for (const { settle } of batch) settle(outcome);
      await new Promise((resolve) => setTimeout(resolve, options.gapMs));
    }
    flushing = null;
  }

  async function keep(events: readonly NewEvent[]): Promise<IngestOutcome> {
    try {
      options.onKept(await insertApart(events));
      return 'accepted';
    } catch (error) {
      options.log.error({ err: error, rows: events.length }, 'inbox.insert_failed');
      return 'unavailable';
    }
  }

  /** A row that the database refuses is looked for in halves, and kept without what it refuses: only its bytes. */
  async function insertApart(events: readonly NewEvent[]): Promise<InsertedEvent[]> {
    try {
      return await options.insert(events);
    } catch (error) {
      if (databaseFault(error) !== 'data') throw error;
      if (events.length === 1) return options.insert(events.map(asIgnored));
      const middle = Math.ceil(events.length / 2);
      return [...(await insertApart(events.slice(0, middle))), ...(await insertApart(events.slice(middle)))];
    }
  }

  return {
    add(event) {
      if (queued.length >= options.maxQueued) return Promise.resolve('overloaded');
      return new Promise((resolve) => {
        const timer = setTimeout(() => resolve('unavailable'), options.answerWithinMs);
        const settle = (outcome: IngestOutcome): void => {
          clearTimeout(timer);
          resolve(outcome);
        };
        queued.push({ event, settle });
        flushing ??= flushAll();
      });
    },
    idle: () => flushing ?? Promise.resolve(),
  };
}

const asIgnored = (event: NewEvent): NewEvent => ({
  ...event, externalStoreId: null, kind: 'none', key: '', expects: null, status: 'ignored', reason: 'it holds a value that the database refuses',
});
