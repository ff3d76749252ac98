import { marketplaceEvents } from '../contracts/marketplace-events.ts';
import { type ConnectedChannel, connectedChannels } from '../domain/channel.ts';
import type { FailedEvent } from '../inbox/postpone-events.ts';
import type { Logger } from '../log/logger.ts';
import { createProducer } from './producer.ts';
import type { RedisConnection } from './redis.ts';

export type RefetchAnnouncer = { announce(failed: readonly FailedEvent[]): Promise<void>; close(): Promise<void> };

/**
 * Lets each row that was given up stand as a failed job `order.refetch` in Bull Board, whose Retry opens the row again.
 * A convenience: the row and its notification are in PostgreSQL, so a Redis that is away is only logged.
 */
export function announceRefetches({ redis, log, namespace }: { redis: RedisConnection; log: Logger; namespace?: string }): RefetchAnnouncer {
  const options = { redis, log, ...(namespace !== undefined && { namespace }) };
  const producers = new Map(connectedChannels.map((channel) => [channel, createProducer(marketplaceEvents[channel], options)]));
  return {
    async announce(failed) {
      for (const [channel, events] of byChannel(failed)) {
        try {
          await producers.get(channel)?.addMany('order.refetch', events.map(({ id, storeId, code, reason, traceId }) => ({ eventId: id, storeId, code, reason, traceId })));
        } catch (error) {
          log.warn({ err: error, channel, eventIds: events.map(({ id }) => id) }, 'refetch.not_announced');
        }
      }
    },
    async close() {
      await Promise.all([...producers.values()].map((producer) => producer.close()));
    },
  };
}

function byChannel(failed: readonly FailedEvent[]): Map<ConnectedChannel, FailedEvent[]> {
  const grouped = new Map<ConnectedChannel, FailedEvent[]>();
  for (const event of failed) grouped.set(event.channel, [...(grouped.get(event.channel) ?? []), event]);
  return grouped;
}
