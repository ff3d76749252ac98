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
  /** Every queue, for Bull Board; resolves once Redis has answered. */
  forBoard: Promise<readonly Queue[]>;
  close(): Promise<void>;
};

export type ConsoleQueuesOptions = { redis: RedisConnection; log: Logger; namespace?: string };

/**
 * Opens the queues when Redis first answers: a queue that was opened before over a connection that fails fast never recovers.
 * The console works without them; Bull Board is empty so long.
 */
export function createConsoleQueues({ redis, log, namespace = '' }: ConsoleQueuesOptions): ConsoleQueues {
  const opened = whenReady(redis).then(() => open({ redis, log, namespace }));
  let current: Awaited<typeof opened> | undefined;
  void opened.then((queuesNow) => {
    current = queuesNow;
  });
  return {
    forBoard: opened.then(({ board }) => board),
    async wakeLane(channel, storeId) {
      try {
        if (!current) throw new Error('redis has not answered yet');
        await current.lanes[channel].add('drain', { storeId });
      } catch (error) {
        log.warn({ err: error, channel, storeId }, 'lane.wake_failed');
      }
    },
    async close() {
      if (!current) return;
      await Promise.all([...current.board, ...Object.values(current.lanes)].map((queue) => queue.close()));
    },
  };
}

function open({ redis, log, namespace }: Required<ConsoleQueuesOptions>) {
  const board = queues.map((queue) => openQueue(queue, redis, namespace));
  for (const queue of board) queue.on('error', (error) => log.warn({ err: error, queue: queue.name }, 'queue.error'));
  const options = { redis, log, namespace };
  const lanes = {
    shopee: createProducer(marketplaceEvents.shopee, options),
    lazada: createProducer(marketplaceEvents.lazada, options),
    kiotviet: createProducer(marketplaceEvents.kiotviet, options),
  };
  return { board, lanes };
}

function whenReady(redis: RedisConnection): Promise<void> {
  if (redis.status === 'ready') return Promise.resolve();
  return new Promise((resolve) => {
    redis.once('ready', () => resolve());
  });
}
