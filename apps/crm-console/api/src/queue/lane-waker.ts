import { marketplaceEvents } from 'shared/contracts/marketplace-events';
import { type ConnectedChannel, connectedChannels } from 'shared/domain/channel';
import type { Logger } from 'shared/log/logger';
import { createProducer } from 'shared/queue/producer';
import type { RedisConnection } from 'shared/queue/redis';

/** Tells a store's lane that there is something in the inbox. Never fails: the relay wakes lanes whose wake-up was lost. */
export type WakeLane = (channel: ConnectedChannel, storeId: string) => Promise<void>;
export type LaneWaker = { wake: WakeLane; close(): Promise<void> };

export type LaneWakerOptions = { redis: RedisConnection; log: Logger; namespace?: string };

export function createLaneWaker(options: LaneWakerOptions): LaneWaker {
  const producers = new Map(connectedChannels.map((channel) => [channel, createProducer(marketplaceEvents[channel], options)]));
  return {
    async wake(channel, storeId) {
      try {
        await producers.get(channel)?.add('drain', { storeId });
      } catch (error) {
        options.log.warn({ err: error, channel, storeId }, 'lane.wake_failed');
      }
    },
    async close() {
      await Promise.all([...producers.values()].map((producer) => producer.close()));
    },
  };
}
