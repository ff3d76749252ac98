import { marketplaceEvents } from 'shared/contracts/marketplace-events';
import type { ConnectedChannel } from 'shared/domain/channel';
import type { Logger } from 'shared/log/logger';
import { createProducer, type Producer } from 'shared/queue/producer';
import type { RedisConnection } from 'shared/queue/redis';

export type Lane = { channel: ConnectedChannel; storeId: string };
/** Adds a `drain` for a lane: at once, and at most one a gap; what comes within the gap wakes it at its end. */
export type LaneWaker = { wake(lanes: readonly Lane[]): void; close(): Promise<void> };

type Options = { redis: RedisConnection; log: Logger; gapMs: number; namespace?: string };

export function createLaneWaker({ redis, log, gapMs, namespace }: Options): LaneWaker {
  const producers = new Map<ConnectedChannel, Producer<(typeof marketplaceEvents)[ConnectedChannel]>>();
  const resting = new Map<string, { lane: Lane; again: boolean; timer: NodeJS.Timeout }>();

  function producerOf(channel: ConnectedChannel) {
    const known = producers.get(channel) ?? createProducer(marketplaceEvents[channel], { redis, log, ...(namespace !== undefined && { namespace }) });
    producers.set(channel, known);
    return known;
  }

  function wakeOne(lane: Lane): void {
    const key = `${lane.channel} ${lane.storeId}`;
    const rest = resting.get(key);
    if (rest) {
      rest.again = true;
      return;
    }
    // A lost wake is made good by the relay: what is to be done stands in the inbox.
    producerOf(lane.channel)
      .add('drain', { storeId: lane.storeId })
      .catch((error: unknown) => log.warn({ err: error, ...lane }, 'lane.not_woken'));
    resting.set(key, { lane, again: false, timer: setTimeout(() => endRest(key), gapMs) });
  }

  function endRest(key: string): void {
    const rest = resting.get(key);
    resting.delete(key);
    if (rest?.again) wakeOne(rest.lane);
  }

  return {
    wake: (lanes) => lanes.forEach(wakeOne),
    async close() {
      for (const { timer } of resting.values()) clearTimeout(timer);
      resting.clear();
      await Promise.all([...producers.values()].map((producer) => producer.close()));
    },
  };
}
