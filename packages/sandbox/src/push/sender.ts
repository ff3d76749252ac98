import type { Clock } from '../clock.ts';
import type { Faults } from '../faults/faults.ts';
import type { Stats } from '../stats.ts';
import type { PushRecord } from '../world/types.ts';
import type { Deliver } from './deliver.ts';
import { createFifo } from './fifo.ts';
import { createHeldBack } from './held-back.ts';
import type { LostList } from './lost-list.ts';
import { pushBody } from './push-body.ts';
import { createRetrySchedule } from './retry-schedule.ts';
import type { Tally } from './tally.ts';

type SenderDeps = { deliver: Deliver; clock: Clock; faults: Faults; stats: Stats; lost: LostList; timeScale: number; concurrency: number };
type Job = { record: PushRecord; salt: number; tally: Tally | undefined; firstOver: () => void; repeat: boolean; tries: number };

/**
 * Sends pushes, many at once but bounded. An attempt that fails is repeated by the schedule, then the push is lost.
 * `send` resolves when the first attempt is over, whatever came of it; a push held back by a fault does not hold up its caller.
 */
export type Sender = {
  send(record: PushRecord, tally?: Tally): Promise<void>;
  newSalt(salt: number): void;
  salt(): number;
  /** Queued, in flight or waiting for another attempt. */
  pending(): number;
  clear(): void;
  close(): Promise<void>;
};

export function createSender(deps: SenderDeps): Sender {
  const { faults } = deps;
  let salt = 0;
  const { enqueue, ...dispatcher } = createDispatcher(deps);
  const held = createHeldBack<Job>({ waitMs: () => faults.between(20, 500), onDue: enqueue });

  const send = (record: PushRecord, tally?: Tally): Promise<void> => {
    tally?.added();
    const fault = faults.forPush(record.order);
    if (faults.happens(fault.dropPushes)) {
      drop(deps, record, tally);
      return Promise.resolve();
    }
    if (faults.happens(fault.reorderPushes)) {
      held.add({ record, salt, tally, firstOver: () => undefined, repeat: false, tries: 0 });
      return Promise.resolve();
    }
    return new Promise((firstOver) => {
      enqueue({ record, salt, tally, firstOver, repeat: false, tries: 0 });
    });
  };
  const clear = (): void => {
    held.clear();
    dispatcher.clear();
  };
  return {
    send,
    newSalt: (next) => {
      salt = next;
    },
    salt: () => salt,
    pending: () => dispatcher.pending() + held.size(),
    clear,
    close: async () => {
      clear();
      await deps.deliver.close();
    },
  };
}

/** The queue, what is in flight, and what waits for another attempt. */
function createDispatcher(deps: SenderDeps) {
  const { clock, faults, stats } = deps;
  const queue = createFifo<Job>();
  let inFlight = 0;
  const retries = createRetrySchedule<Job>({ clock, timeScale: deps.timeScale, onDue: (job) => enqueue(job) });
  const enqueue = (job: Job): void => {
    queue.add(job);
    pump();
  };
  const pump = (): void => {
    for (let job = queue.peek(); job && inFlight < deps.concurrency; job = queue.peek()) {
      queue.take();
      inFlight += 1;
      void attempt(job).finally(() => {
        inFlight -= 1;
        pump();
      });
    }
  };
  const attempt = async (job: Job): Promise<void> => {
    const { record } = job;
    record.attempts += 1;
    record.sentAt = clock();
    stats.pushes.sent += 1;
    const delivered = await deps.deliver.post(pushBody(record, job.salt));
    if (job.repeat) return;
    job.tries += 1;
    settle(deps, { job, delivered, retry: () => retries.add(job, job.tries) });
    job.firstOver();
    if (faults.happens(faults.forPush(record.order).duplicatePushes)) enqueue({ ...job, repeat: true });
  };
  const clear = (): void => {
    for (let job = queue.take(); job; job = queue.take()) job.firstOver();
    retries.clear();
  };
  return { enqueue, clear, pending: () => queue.size() + inFlight + retries.size() };
}

function drop({ stats }: SenderDeps, record: PushRecord, tally: Tally | undefined): void {
  record.status = 'dropped';
  stats.pushes.dropped += 1;
  tally?.ended('dropped');
}

type Outcome = { job: Job; delivered: boolean; retry: () => boolean };

function settle({ clock, stats, lost }: SenderDeps, { job, delivered, retry }: Outcome): void {
  const { record, tally } = job;
  if (delivered) {
    record.status = 'acknowledged';
    record.acknowledgedAt = clock();
    stats.pushes.acknowledged += 1;
    tally?.ended('acknowledged');
    return;
  }
  stats.pushes.failed += 1;
  record.status = retry() ? 'retrying' : 'lost';
  if (record.status === 'retrying') return;
  stats.pushes.lost += 1;
  lost.add(record);
  tally?.ended('lost');
}
