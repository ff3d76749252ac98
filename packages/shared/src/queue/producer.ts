import type { JobsOptions } from 'bullmq';
import type { Envelope, JobDefinition, JobName, Payload, QueueContract } from '../contracts/define-queue.ts';
import type { Logger } from '../log/logger.ts';
import { openQueue } from './open-queue.ts';
import type { RedisConnection } from './redis.ts';

export type Producer<Q extends QueueContract> = {
  /** Adds a job and gives its id. Throws where the payload breaks the contract, or Redis is away. */
  add<N extends JobName<Q>>(name: N, payload: Payload<Q, N>): Promise<string>;
  /** Adds many jobs in one round trip. */
  addMany<N extends JobName<Q>>(name: N, payloads: readonly Payload<Q, N>[]): Promise<void>;
  /** Jobs that wait or run. */
  backlog(): Promise<number>;
  /** Whether the job waits, runs or is delayed: false once it has ended or Redis has forgotten it. */
  isUnderWay(jobId: string): Promise<boolean>;
  close(): Promise<void>;
};

export type ProducerOptions = { redis: RedisConnection; log: Logger; namespace?: string };

const underWay = new Set(['waiting', 'active', 'delayed', 'prioritized', 'waiting-children']);

export function createProducer<Q extends QueueContract>(contract: Q, { redis, log, namespace }: ProducerOptions): Producer<Q> {
  const queue = openQueue(contract, redis, namespace);
  queue.on('error', (error) => log.warn({ err: error, queue: contract.name }, 'queue.error'));
  const definitionOf = (name: string): JobDefinition => {
    const definition = contract.jobs[name];
    if (!definition) throw new TypeError(`${contract.name} has no job ${name}`);
    return definition;
  };
  return {
    async add(name, payload) {
      const job = await queue.add(name, envelope(definitionOf(name), payload), jobOptions(definitionOf(name), payload));
      return job.id ?? '';
    },
    async addMany(name, payloads) {
      const definition = definitionOf(name);
      await queue.addBulk(payloads.map((payload) => ({ name, data: envelope(definition, payload), opts: jobOptions(definition, payload) })));
    },
    async backlog() {
      const counts = await queue.getJobCounts('waiting', 'active');
      return (counts['waiting'] ?? 0) + (counts['active'] ?? 0);
    },
    async isUnderWay(jobId) {
      return underWay.has(await queue.getJobState(jobId));
    },
    close: () => queue.close(),
  };
}

function envelope(definition: JobDefinition, payload: unknown): Envelope {
  return { v: definition.v, payload: definition.schema.parse(payload) };
}

function jobOptions({ attempts, backoff, deduplicateBy }: JobDefinition, payload: unknown): JobsOptions {
  return {
    attempts,
    backoff: { type: 'exponential', delay: backoff.delayMs, jitter: backoff.jitter },
    // While one runs, one more waits with the newest payload: a change during the run is not lost.
    ...(deduplicateBy && { deduplication: { id: deduplicateBy(payload), keepLastIfActive: true } }),
  };
}
