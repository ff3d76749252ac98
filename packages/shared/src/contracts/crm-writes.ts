import { z } from 'zod';
import { ChannelSchema } from '../domain/channel.ts';
import { EventRefSchema } from '../domain/event-ref.ts';
import { OrderSnapshotSchema } from '../domain/order-snapshot.ts';
import { defineJob, defineQueue } from './define-queue.ts';

/** As many orders as one call of a marketplace tells of. */
export const SNAPSHOTS_A_JOB = 50;

export const OrdersSnapshotSchema = z.object({ snapshots: z.array(OrderSnapshotSchema).min(1).max(SNAPSHOTS_A_JOB) });

/** The marketplace does not know the order, or refuses it for good. */
export const OrderUnavailableSchema = z.object({
  storeId: z.string(),
  channel: ChannelSchema,
  code: z.string(),
  reason: z.string(),
  events: z.array(EventRefSchema),
  traceId: z.string(),
});
export type OrderUnavailable = z.infer<typeof OrderUnavailableSchema>;

const patient = { attempts: 8, backoff: { delayMs: 1_000, jitter: 0.5 } };

/** Everything that changes the CRM's tables: connectors → crm-writer. */
export const crmWrites = defineQueue('crm-writes', {
  'orders.snapshot': defineJob({ v: 1, schema: OrdersSnapshotSchema, ...patient }),
  'order.unavailable': defineJob({ v: 1, schema: OrderUnavailableSchema, ...patient }),
});
export type CrmWrites = typeof crmWrites;
