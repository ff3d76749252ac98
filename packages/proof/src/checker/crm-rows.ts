import type { ClientBase } from 'pg';
import { z } from 'zod';

const text = z.string().nullable();
const instant = z.date().transform((date) => date.toISOString()).nullable();

const AddressSchema = z.object({ ward: text, district: text, province: text, country: text, full: text });

const LineSchema = z.object({
  key: z.string(), itemId: z.string(), modelId: text, name: z.string(), variation: text, productCode: text, quantity: z.string(),
  quotedPrice: text, salePriceVat: text, imageUrl: text, cancelledQuantity: z.string(),
});
export type CrmLine = z.infer<typeof LineSchema>;

const PackageSchema = z.object({ number: z.string(), trackingNumber: text, carrier: text, status: text });
export type CrmPackage = z.infer<typeof PackageSchema>;

const HistorySchema = z.object({
  kind: z.string(),
  at: z.date().transform((date) => date.toISOString()),
  data: z.object({ channelStatus: text, fulfilmentStatus: text, state: text, paymentStatus: text }).partial(),
});
export type CrmHistory = z.infer<typeof HistorySchema>;

const OrderSchema = z.object({
  id: z.string(), shopId: z.string(), orderSn: z.string(), channel: z.string(), stub: z.boolean(), processedInCrm: z.boolean(),
  channelStatus: text, fulfilmentStatus: text, paymentStatus: text, state: text, problems: z.array(z.string()),
  currency: text, totalAmount: text, shippingFee: text, discount: text, refundedAmount: z.string(), paymentMethod: text,
  cashOnDelivery: z.boolean().nullable(), paidAt: instant, sourceCreatedAt: instant, sourceUpdatedAt: instant, shipBy: instant,
  buyerMessage: text, cancelReason: text, buyerId: text, recipientName: text, recipientPhone: text,
  recipientAddress: AddressSchema.nullable(),
});
/** An order of the CRM with what hangs on it: lines and packages that are current, and its whole history. */
export type CrmOrder = z.infer<typeof OrderSchema> & { lines: CrmLine[]; packages: CrmPackage[]; history: CrmHistory[] };

type Key = { shopId: string; orderSn: string };
export const keyOf = ({ shopId, orderSn }: Key): string => `${shopId}/${orderSn}`;

const ORDERS = `
  SELECT o.id, s.external_id AS "shopId", o.code AS "orderSn", o.channel, o.stub, o.processed_in_crm_at IS NOT NULL AS "processedInCrm",
    o.channel_status AS "channelStatus", o.fulfilment_status AS "fulfilmentStatus", o.payment_status AS "paymentStatus", o.state, o.problems,
    o.currency, o.total_amount AS "totalAmount", o.shipping_fee AS "shippingFee", o.discount, o.refunded_amount AS "refundedAmount",
    o.payment_method AS "paymentMethod", o.cash_on_delivery AS "cashOnDelivery", o.paid_at AS "paidAt",
    o.source_created_at AS "sourceCreatedAt", o.source_updated_at AS "sourceUpdatedAt", o.ship_by AS "shipBy",
    o.buyer_message AS "buyerMessage", o.cancel_reason AS "cancelReason", o.buyer_id AS "buyerId", o.recipient_name AS "recipientName",
    o.recipient_phone AS "recipientPhone", o.recipient_address AS "recipientAddress"
  FROM unnest($1::text[], $2::text[]) AS k (shop_id, code)
  JOIN channel.store s ON s.channel = 'shopee' AND s.external_id = k.shop_id
  JOIN crm.order o ON o.store_id = s.id AND o.code = k.code`;
const LINES = `
  SELECT order_id AS "orderId", key, item_id AS "itemId", model_id AS "modelId", name, variation, product_code AS "productCode", quantity,
    quoted_price AS "quotedPrice", sale_price_vat AS "salePriceVat", image_url AS "imageUrl", cancelled_quantity AS "cancelledQuantity"
  FROM crm.order_line WHERE order_id = ANY($1::bigint[]) AND NOT vanished`;
const PACKAGES = `
  SELECT order_id AS "orderId", number, tracking_number AS "trackingNumber", carrier, status
  FROM crm.order_package WHERE order_id = ANY($1::bigint[]) AND NOT vanished`;
const HISTORY = `
  SELECT order_id AS "orderId", kind, at, data FROM crm.order_history WHERE order_id = ANY($1::bigint[])`;

/** The CRM's rows of these orders, by `keyOf`; one that has none is not in the map. Four statements, however many orders. */
export async function readCrmOrders(client: ClientBase, keys: readonly Key[]): Promise<Map<string, CrmOrder>> {
  const { rows } = await client.query(ORDERS, [keys.map(({ shopId }) => shopId), keys.map(({ orderSn }) => orderSn)]);
  const orders = z.array(OrderSchema).parse(rows);
  const ids = orders.map(({ id }) => id);
  const lines = await readChildren(client, { sql: LINES, ids, schema: LineSchema });
  const packages = await readChildren(client, { sql: PACKAGES, ids, schema: PackageSchema });
  const history = await readChildren(client, { sql: HISTORY, ids, schema: HistorySchema });
  return new Map(
    orders.map((order) => {
      const of = <T>(children: ReadonlyMap<string, T[]>): T[] => children.get(order.id) ?? [];
      return [keyOf(order), { ...order, lines: of(lines), packages: of(packages), history: of(history) }];
    }),
  );
}

type Children<T> = { sql: string; ids: readonly string[]; schema: z.ZodType<T> };

async function readChildren<T>(client: ClientBase, { sql, ids, schema }: Children<T>): Promise<Map<string, T[]>> {
  const { rows } = await client.query(sql, [ids]);
  const children = new Map<string, T[]>();
  for (const row of z.array(z.looseObject({ orderId: z.string() })).parse(rows)) {
    const { orderId, ...child } = row;
    const siblings = children.get(orderId) ?? [];
    siblings.push(schema.parse(child));
    children.set(orderId, siblings);
  }
  return children;
}
