import { Queue } from 'bullmq';
import type { QueueContract } from '../contracts/define-queue.ts';
import type { RedisConnection } from './redis.ts';

/** A hash tag per queue: the keys of one queue share a slot of Redis Cluster, different queues need not. `namespace` parts tests. */
export const queuePrefix = (queue: Pick<QueueContract, 'name'>, namespace = ''): string => `${namespace}{${queue.name}}`;

/** A BullMQ queue as a producer needs it: `add` rejects at once while Redis is away, also when it was away at the start. */
export function openQueue(queue: QueueContract, redis: RedisConnection, namespace?: string): Queue {
  return new Queue(queue.name, {
    connection: redis,
    prefix: queuePrefix(queue, namespace),
    skipWaitingForReady: true,
    // Its INFO at the start would fail while Redis is away, and the queue would keep that failure for good; workers check the version.
    skipVersionCheck: true,
    defaultJobOptions: { removeOnComplete: { age: 3_600, count: 1_000 }, removeOnFail: { age: 604_800, count: 5_000 } },
  });
}
