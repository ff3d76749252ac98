import { DelayedError, type Job, UnrecoverableError, Worker } from 'bullmq';
import { EnvelopeSchema, type JobName, type Payload, type QueueContract } from '../contracts/define-queue.ts';
import { AppError } from '../errors/app-error.ts';
import type { Logger } from '../log/logger.ts';
import { queuePrefix } from './open-queue.ts';
import type { RedisConnection } from './redis.ts';

export type JobContext = {
  jobId: string;
  /** 1 at the first run; grows with each, also after a stalled run or a Retry by hand. */
  startedTimes: number;
};

/** Its return value stands in Bull Board. It may run twice, late, or after its neighbour. */
export type Handler<Q extends QueueContract, N extends JobName<Q>> = (payload: Payload<Q, N>, context: JobContext) => Promise<unknown>;
/** A job without a handler does not compile. */
export type Handlers<Q extends QueueContract> = { [N in JobName<Q>]: Handler<Q, N> };

export type WorkerOptions = { redis: RedisConnection; log: Logger; concurrency: number; namespace?: string };
export type QueueWorker = {
  start(): void;
  /** Why it does not work, or null. */
  fault(): string | null;
  close(): Promise<void>;
};

/** A worker that is killed loses its job to another after some 10 s, not 60 (measured with BullMQ 6.7). */
const LOCK_MS = 10_000;
const STALLED_CHECK_MS = 5_000;
const MAX_STALLED = 3;
/** `close` waits for running jobs without limit, and hangs while Redis is away. */
const CLOSE_WITHIN_MS = 25_000;

export function createWorker<Q extends QueueContract>(contract: Q, handlers: Handlers<Q>, options: WorkerOptions): QueueWorker {
  const { redis, log, concurrency, namespace } = options;
  const worker = new Worker(contract.name, (job, token) => run(contract, handlers, { job, token }), {
    connection: redis,
    prefix: queuePrefix(contract, namespace),
    autorun: false,
    concurrency,
    lockDuration: LOCK_MS,
    stalledInterval: STALLED_CHECK_MS,
    maxStalledCount: MAX_STALLED,
  });
  let fault: string | null = null;
  worker.on('error', (error) => log.warn({ err: error, queue: contract.name }, 'worker.error'));
  worker.on('failed', (job, error) => log.warn({ queue: contract.name, job: job?.name, jobId: job?.id, attempts: job?.attemptsMade, err: error }, 'job.failed'));
  worker.on('stalled', (jobId) => log.warn({ queue: contract.name, jobId }, 'job.stalled'));
  return {
    start() {
      worker.run().catch((error: unknown) => {
        fault = `worker of ${contract.name} stopped`;
        log.error({ err: error, queue: contract.name }, 'worker.stopped');
      });
    },
    fault: () => fault,
    close: () => closeWithin(worker, log),
  };
}

type Taken = { job: Job<unknown>; token: string | undefined };

async function run<Q extends QueueContract>(contract: Q, handlers: Handlers<Q>, { job, token }: Taken): Promise<unknown> {
  try {
    const { name, payload } = readJob(contract, job);
    return await handlers[name](payload, { jobId: job.id ?? '', startedTimes: job.attemptsStarted });
  } catch (error) {
    return inBullMqLanguage(error, { job, token });
  }
}

function readJob<Q extends QueueContract>(contract: Q, job: Job<unknown>): { name: JobName<Q>; payload: Payload<Q, JobName<Q>> } {
  const definition = contract.jobs[job.name];
  if (!definition) throw new AppError({ code: 'JOB_UNKNOWN', details: { job: job.name } });
  const envelope = EnvelopeSchema.safeParse(job.data);
  if (!envelope.success) throw new AppError({ code: 'PAYLOAD_INVALID', cause: envelope.error });
  if (envelope.data.v > definition.v) throw new AppError({ code: 'PAYLOAD_TOO_NEW', details: { v: envelope.data.v } });
  const payload = definition.schema.safeParse(envelope.data.payload);
  if (!payload.success) throw new AppError({ code: 'PAYLOAD_INVALID', cause: payload.error });
  // `definition` is the row that `job.name` names, so both fit; the mapped type cannot see it.
  return { name: job.name, payload: payload.data as Payload<Q, JobName<Q>> };
}

/** The one table from `AppError.retry` to what BullMQ understands: give up, wait without spending an attempt, or back off. */
async function inBullMqLanguage(error: unknown, { job, token }: Taken): Promise<never> {
  if (!(error instanceof AppError)) throw error;
  if (error.retry === 'never') throw new UnrecoverableError(error.message);
  if (error.retry === 'backoff') throw error;
  await job.moveToDelayed(Date.now() + error.retry.afterMs, token);
  throw new DelayedError();
}

async function closeWithin(worker: Worker, log: Logger): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), CLOSE_WITHIN_MS);
  });
  const outcome = await Promise.race([worker.close().then(() => 'closed' as const), tooLate]);
  clearTimeout(timer);
  if (outcome === 'late') log.error({ queue: worker.name }, 'worker.close_timed_out');
}
