import type { Queue } from 'bullmq';
import { marketplaceEvents } from 'shared/contracts/marketplace-events';
import { queues } from 'shared/contracts/queues';
import type { ConnectedChannel } from 'shared/domain/channel';
import type { Logger } from 'shared/log/logger';
import { openQueue } from 'shared/queue/open-queue';
import { createProducer } from 'shared/queue/producer';
import type { RedisConnection } from 'shared/queue/redis';

/** Tells a store's lane that there is something in the inbox. Never fails: the relay wakes lanes whose wake-up was lost. */
export type WakeLane = (channel: ConnectedChannel, storeId: string) => Promise<void>;

export type ConsoleQueues = {
  wakeLane: WakeLane;
  /** Every queue, for Bull Board. */
  forBoard: readonly Queue[];
  close(): Promise<void>;
};

export type ConsoleQueuesOptions = { redis: RedisConnection; log: Logger; namespace?: string };

/** The queues as the console uses them. While Redis is away the console works on; Bull Board says what it misses. */
export function createConsoleQueues({ redis, log, namespace = '' }: ConsoleQueuesOptions): ConsoleQueues {
  const forBoard = queues.map((queue) => openQueue(queue, redis, namespace));
  for (const queue of forBoard) queue.on('error', (error) => log.warn({ err: error, queue: queue.name }, 'queue.error'));
  const options = { redis, log, namespace };
  const lanes = {
    shopee: createProducer(marketplaceEvents.shopee, options),
    lazada: createProducer(marketplaceEvents.lazada, options),
    kiotviet: createProducer(marketplaceEvents.kiotviet, options),
  };
  return {
    forBoard,
    async wakeLane(channel, storeId) {
      try {
        await lanes[channel].add('drain', { storeId });
      } catch (error) {
        log.warn({ err: error, channel, storeId }, 'lane.wake_failed');
      }
    },
    async close() {
      await Promise.all([...forBoard, ...Object.values(lanes)].map((queue) => queue.close()));
    },
  };
}
