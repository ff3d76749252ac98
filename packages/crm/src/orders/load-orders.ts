import { Prisma, type PrismaClient } from 'shared/db/client';
import type { Channel } from 'shared/domain/channel';
import { MoneySchema } from 'shared/domain/money';
import { type SnapshotLine, SnapshotLineSchema, type SnapshotPackage, SnapshotPackageSchema } from 'shared/domain/order-snapshot';
import { z } from 'zod';
import type { CountedReturn } from './decide-words.ts';
import type { OrderRecord } from './order-record.ts';
import { type OrderRow, OrderRowSchema, recordOf } from './order-row.ts';

export type OrderKey = { storeId: string; channel: Channel; code: string };
export type LoadedOrder = { row: OrderRow; record: OrderRecord; returns: CountedReturn[] };
type Sql = Pick<PrismaClient, '$queryRaw' | '$executeRaw'>;

export const keyOf = ({ storeId, code }: Pick<OrderKey, 'storeId' | 'code'>): string => `${storeId} ${code}`;

/**
 * Makes sure that each order has a row, locks those that nobody else holds, and reads what is known of them.
 * Sorted, so that two writers lock in the same order; one that is locked elsewhere is left out, and its batch goes on without it.
 */
export async function lockOrders(sql: Sql, keys: readonly OrderKey[]): Promise<Map<string, LoadedOrder>> {
  const sorted = [...keys].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const storeIds = sorted.map(({ storeId }) => storeId);
  const codes = sorted.map(({ code }) => code);
  await sql.$executeRaw(Prisma.sql`
    INSERT INTO crm.order (store_id, channel, code)
    SELECT * FROM unnest(${storeIds}::bigint[], ${sorted.map(({ channel }) => channel)}::text[], ${codes}::text[])
    ON CONFLICT (store_id, code) DO NOTHING`);
  const rows = z.array(OrderRowSchema).parse(await sql.$queryRaw(Prisma.sql`
    SELECT o.id, o.store_id AS "storeId", o.code, o.stub, o.source_updated_at AS "sourceUpdatedAt", o.fetched_at AS "fetchedAt",
      o.status_rank AS "statusRank", o.digest, o.older_facts AS "olderFacts", o.channel_status AS "channelStatus",
      o.known_fulfilment AS "knownFulfilment", o.known_state AS "knownState", o.currency, o.total_amount::text AS "totalAmount",
      o.shipping_fee::text AS "shippingFee", o.discount::text, o.payment_method AS "paymentMethod", o.cash_on_delivery AS "cashOnDelivery",
      o.paid_at AS "paidAt", o.source_created_at AS "sourceCreatedAt", o.ship_by AS "shipBy", o.buyer_message AS "buyerMessage",
      o.cancel_reason AS "cancelReason", o.buyer_id AS "buyerId", o.recipient_name AS "recipientName", o.recipient_phone AS "recipientPhone",
      o.recipient_address AS "recipientAddress", o.frozen_words AS "frozenWords"
    FROM crm.order o JOIN unnest(${storeIds}::bigint[], ${codes}::text[]) AS k (store_id, code) ON o.store_id = k.store_id AND o.code = k.code
    ORDER BY o.store_id, o.code FOR UPDATE OF o SKIP LOCKED`));
  const loaded = new Map(rows.map((row) => [keyOf(row), { row, record: recordOf(row), returns: [] as CountedReturn[] }]));
  await addChildren(sql, [...loaded.values()]);
  return loaded;
}

const LinesSchema = z.array(SnapshotLineSchema.extend({ orderId: z.bigint(), vanished: z.boolean() }));
const PackagesSchema = z.array(SnapshotPackageSchema.extend({ orderId: z.bigint(), vanished: z.boolean(), trackingNumber: z.string().nullable() }));
const ReturnsSchema = z.array(
  z.object({
    orderId: z.bigint(),
    outcome: z.string(),
    refundAmount: MoneySchema.nullable(),
    units: z.coerce.number(),
  }),
);

async function addChildren(sql: Sql, loaded: readonly LoadedOrder[]): Promise<void> {
  const byId = new Map(loaded.filter(({ row }) => row.digest !== null || !row.stub).map((order) => [order.row.id, order]));
  const ids = [...byId.keys()];
  for (const { orderId, vanished, ...line } of await readLines(sql, ids)) addLine(byId.get(orderId)?.record, line, vanished);
  for (const { orderId, vanished, trackingNumber, ...parcel } of await readPackages(sql, ids)) {
    const record = byId.get(orderId)?.record;
    addPackage(record, parcel, vanished);
    if (record && trackingNumber) record.facts[`tracking/${parcel.number}`] = trackingNumber;
  }
  for (const { orderId, ...counted } of await readReturns(sql, ids)) byId.get(orderId)?.returns.push(counted);
}

function addLine(record: OrderRecord | undefined, line: SnapshotLine, vanished: boolean): void {
  if (!record) return;
  record.facts[`line/${line.key}`] = line;
  if (!vanished) record.facts.lines = [...(record.facts.lines ?? []), line.key];
}

function addPackage(record: OrderRecord | undefined, parcel: SnapshotPackage, vanished: boolean): void {
  if (!record) return;
  record.facts[`package/${parcel.number}`] = parcel;
  if (!vanished) record.facts.packages = [...(record.facts.packages ?? []), parcel.number];
}

async function readLines(sql: Sql, ids: readonly bigint[]): Promise<z.infer<typeof LinesSchema>> {
  if (ids.length === 0) return [];
  return LinesSchema.parse(await sql.$queryRaw(Prisma.sql`
    SELECT order_id AS "orderId", key, item_id AS "itemId", model_id AS "modelId", name, variation, product_code AS "productCode",
      quantity::text, quoted_price::text AS "quotedPrice", sale_price_vat::text AS "salePriceVat", image_url AS "imageUrl",
      cancelled_quantity::text AS "cancelledQuantity", vanished
    FROM crm.order_line WHERE order_id = ANY(${[...ids]}::bigint[]) ORDER BY order_id, position`));
}

async function readPackages(sql: Sql, ids: readonly bigint[]): Promise<z.infer<typeof PackagesSchema>> {
  if (ids.length === 0) return [];
  return PackagesSchema.parse(await sql.$queryRaw(Prisma.sql`
    SELECT order_id AS "orderId", number, carrier, status, vanished, tracking_number AS "trackingNumber"
    FROM crm.order_package WHERE order_id = ANY(${[...ids]}::bigint[]) ORDER BY order_id, position`));
}

async function readReturns(sql: Sql, ids: readonly bigint[]): Promise<z.infer<typeof ReturnsSchema>> {
  if (ids.length === 0) return [];
  return ReturnsSchema.parse(await sql.$queryRaw(Prisma.sql`
    SELECT order_id AS "orderId", outcome, refund_amount::text AS "refundAmount",
      (SELECT coalesce(sum((item ->> 'quantity')::numeric), 0)::text FROM jsonb_array_elements(items) AS item) AS units
    FROM crm.order_return WHERE order_id = ANY(${[...ids]}::bigint[])`));
}
