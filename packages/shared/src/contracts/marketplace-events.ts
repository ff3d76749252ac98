import { z } from 'zod';
import type { ConnectedChannel } from '../domain/channel.ts';
import { defineJob, defineQueue } from './define-queue.ts';

/** There is something in a store's lane; what it is stands in the inbox. */
export const DrainSchema = z.object({ storeId: z.string() });

/** An inbox row that is spent. The job stands failed in Bull Board; its Retry opens the row again. */
export const RefetchSchema = z.object({ storeId: z.string(), eventId: z.string(), code: z.string(), reason: z.string(), traceId: z.string() });

// A delayed lane job drops wake-ups, so none is delayed over 5 s: it ends, and the relay wakes its lane again.
const drain = defineJob({ v: 1, schema: DrainSchema, attempts: 3, backoff: { delayMs: 1_000, jitter: 0.5 }, deduplicateBy: ({ storeId }) => storeId });
const refetch = defineJob({ v: 1, schema: RefetchSchema, attempts: 1, backoff: { delayMs: 1_000, jitter: 0.5 } });

const eventsQueue = <C extends ConnectedChannel>(channel: C) => defineQueue(`${channel}-events`, { drain, 'order.refetch': refetch });

/** Each channel's events: gateway, console and writer → connector. */
export const marketplaceEvents = {
  shopee: eventsQueue('shopee'),
  lazada: eventsQueue('lazada'),
  kiotviet: eventsQueue('kiotviet'),
} as const satisfies Record<ConnectedChannel, unknown>;

export type MarketplaceEvents = (typeof marketplaceEvents)[ConnectedChannel];
