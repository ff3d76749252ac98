import { Prisma } from 'shared/db/client';
import { ChannelSchema } from 'shared/domain/channel';
import { FulfilmentStatusSchema, OrderProblemSchema, OrderStateSchema, PaymentStatusSchema } from 'shared/domain/order-words';
import { z } from 'zod';

const text = z.string().nullable();
const time = z.date().nullable();

/** An order as these queries give it: ids and numbers as text, so that nothing is rounded on the way. */
export const OrderRowSchema = z.object({
  id: z.string(), storeId: z.string(), storeName: z.string(), channel: ChannelSchema, code: z.string(),
  digest: text, statusRank: z.number().nullable(), sourceUpdatedAt: time,
  channelStatus: text,
  fulfilmentStatus: FulfilmentStatusSchema.nullable(), paymentStatus: PaymentStatusSchema.nullable(), state: OrderStateSchema.nullable(),
  problems: z.array(OrderProblemSchema),
  currency: text, totalAmount: text, shippingFee: text, discount: text, refundedAmount: z.string(), paymentMethod: text,
  cashOnDelivery: z.boolean().nullable(), paidAt: time, sourceCreatedAt: time, shipBy: time, buyerMessage: text, cancelReason: text,
  recipientName: text, recipientPhone: text, recipientAddress: z.unknown(), correctedRecipient: z.unknown(),
  processedInCrmAt: time, note: text, tags: z.array(z.string()), assigneeId: text, assigneeName: text,
  appliedAt: time, createdAt: z.date(),
});
export type OrderRow = z.infer<typeof OrderRowSchema>;

export const LineRowSchema = z.object({
  id: z.string(), orderId: z.string(), name: z.string(), variation: text, productCode: text, quantity: z.string(), quotedPrice: text,
  salePriceVat: text, imageUrl: text, cancelledQuantity: z.string(),
});
export type LineRow = z.infer<typeof LineRowSchema>;

export const PackageRowSchema = z.object({ orderId: z.string(), number: z.string(), trackingNumber: text, carrier: text, status: text });
export type PackageRow = z.infer<typeof PackageRowSchema>;

/** Read from `crm."order" o`, `channel.store s`, `crm.staff a`. */
export const orderColumns = Prisma.sql`
  o.id::text AS id, o.store_id::text AS "storeId", s.name AS "storeName", o.channel, o.code,
  o.digest, o.status_rank AS "statusRank", o.source_updated_at AS "sourceUpdatedAt", o.channel_status AS "channelStatus",
  o.fulfilment_status AS "fulfilmentStatus", o.payment_status AS "paymentStatus", o.state, o.problems, o.currency,
  o.total_amount::text AS "totalAmount", o.shipping_fee::text AS "shippingFee", o.discount::text AS discount,
  o.refunded_amount::text AS "refundedAmount", o.payment_method AS "paymentMethod", o.cash_on_delivery AS "cashOnDelivery",
  o.paid_at AS "paidAt", o.source_created_at AS "sourceCreatedAt", o.ship_by AS "shipBy", o.buyer_message AS "buyerMessage",
  o.cancel_reason AS "cancelReason", o.recipient_name AS "recipientName", o.recipient_phone AS "recipientPhone",
  o.recipient_address AS "recipientAddress", o.corrected_recipient AS "correctedRecipient", o.processed_in_crm_at AS "processedInCrmAt",
  o.note, o.tags, o.assignee_id AS "assigneeId", a.name AS "assigneeName", o.applied_at AS "appliedAt", o.created_at AS "createdAt"`;

export const orderJoins = Prisma.sql`JOIN channel.store s ON s.id = o.store_id LEFT JOIN crm.staff a ON a.id = o.assignee_id`;
