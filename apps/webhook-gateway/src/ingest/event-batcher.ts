// Many requests share one multi-row insert, and each answer waits for its commit: the commit is the promise.
// One flush is under way at a time; what comes meanwhile is the next one's. Nothing is kept here that was acknowledged.

import type { NewEvent } from 'shared/inbox/new-event';
import { createKeepEvents, type KeepEventsOptions } from './keep-events.ts';

export type IngestOutcome = 'accepted' | 'overloaded' | 'unavailable';
export type EventBatcher = {
  add(event: NewEvent): Promise<IngestOutcome>;
  /** Resolves when everything that was added has its answer. */
  idle(): Promise<void>;
};

export type EventBatcherOptions = KeepEventsOptions & {
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
  const keep = createKeepEvents(options);
  const queued: Queued[] = [];
  let flushing: Promise<void> | null = null;

  async function flushAll(): Promise<void> {
    while (queued.length > 0) {
      const batch = queued.splice(0, options.maxBatch);
      const outcomes = await keep(batch.map(({ event }) => event));
      for (const [index, { settle }] of batch.entries()) settle(outcomes[index] ?? 'unavailable');
      await new Promise((resolve) => setTimeout(resolve, options.gapMs));
    }
    flushing = null;
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
