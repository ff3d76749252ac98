import pg from 'pg';
import { createTestDatabase } from 'shared/testing/database';
import type { CrmOrder } from '../checker/crm-rows.ts';

export type CrmDatabase = {
  url: string;
  client: pg.Client;
  storeId: string;
  /** Writes an order as it is given; gives its id. */
  addOrder(order: CrmOrder): Promise<string>;
  addInboxRow(row: { key: string; status: string; reason?: string; endedAt?: string; externalStoreId?: string }): Promise<string>;
  drop(): Promise<void>;
};

/** A migrated database with one active Shopee store, and orders written by plain SQL: the writer is not asked. */
export async function createCrmDatabase(): Promise<CrmDatabase> {
  const { url, drop } = await createTestDatabase();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const storeId = await idOf(client, `INSERT INTO channel.store (channel, external_id, name, status) VALUES ('shopee', '620000001', 'Gốm (thử)', 'active')`, []);
  let rows = 0;
  return {
    url,
    client,
    storeId,
    addOrder: (order) => addOrder(client, storeId, order),
    addInboxRow: ({ key, status, reason, endedAt, externalStoreId }) => {
      rows += 1;
      const sql = `INSERT INTO webhook.inbound_event
        (channel, store_id, external_store_id, origin, urgent, kind, key, body, dedupe_key, status, reason, ended_at, trace_id)
        VALUES ('shopee', $1, $2, 'push', true, 'order', $3, '', $4, $5, $6, $7, 'trace')`;
      return idOf(client, sql, [storeId, externalStoreId ?? '620000001', key, `key-${rows}`, status, reason ?? null, endedAt ?? null]);
    },
    drop: async () => {
      await client.end();
      await drop();
    },
  };
}

async function addOrder(client: pg.Client, storeId: string, order: CrmOrder): Promise<string> {
  const id = await idOf(client, 'INSERT INTO crm.order (store_id, channel, code) VALUES ($1, $2, $3)', [storeId, order.channel, order.orderSn]);
  await client.query(
    `UPDATE crm.order SET stub = n.stub, channel_status = n."channelStatus", fulfilment_status = n."fulfilmentStatus",
      payment_status = n."paymentStatus", state = n.state, problems = ARRAY(SELECT jsonb_array_elements_text(n.problems)), currency = n.currency,
      total_amount = n."totalAmount", shipping_fee = n."shippingFee", discount = n.discount, refunded_amount = n."refundedAmount",
      payment_method = n."paymentMethod", cash_on_delivery = n."cashOnDelivery", paid_at = n."paidAt", source_created_at = n."sourceCreatedAt",
      source_updated_at = n."sourceUpdatedAt", ship_by = n."shipBy", buyer_message = n."buyerMessage", cancel_reason = n."cancelReason",
      buyer_id = n."buyerId", recipient_name = n."recipientName", recipient_phone = n."recipientPhone", recipient_address = n."recipientAddress"
    FROM jsonb_to_record($2::jsonb) AS n (stub boolean, "channelStatus" text, "fulfilmentStatus" text, "paymentStatus" text, state text,
      problems jsonb, currency text, "totalAmount" numeric, "shippingFee" numeric, discount numeric, "refundedAmount" numeric, "paymentMethod" text,
      "cashOnDelivery" boolean, "paidAt" timestamptz, "sourceCreatedAt" timestamptz, "sourceUpdatedAt" timestamptz, "shipBy" timestamptz,
      "buyerMessage" text, "cancelReason" text, "buyerId" text, "recipientName" text, "recipientPhone" text, "recipientAddress" jsonb)
    WHERE id = $1`,
    [id, JSON.stringify(order)],
  );
  await addChildren(client, id, order);
  return id;
}

async function addChildren(client: pg.Client, id: string, { lines, packages, history }: CrmOrder): Promise<void> {
  await client.query(
    `INSERT INTO crm.order_line (order_id, key, position, item_id, model_id, name, variation, product_code, quantity, quoted_price, sale_price_vat,
      image_url, cancelled_quantity)
    SELECT $1, key, 0, "itemId", "modelId", name, variation, "productCode", quantity, "quotedPrice", "salePriceVat", "imageUrl", "cancelledQuantity"
    FROM jsonb_to_recordset($2::jsonb) AS n (key text, "itemId" text, "modelId" text, name text, variation text, "productCode" text, quantity numeric,
      "quotedPrice" numeric, "salePriceVat" numeric, "imageUrl" text, "cancelledQuantity" numeric)`,
    [id, JSON.stringify(lines)],
  );
  await client.query(
    `INSERT INTO crm.order_package (order_id, number, tracking_number, carrier, status, position)
    SELECT $1, number, "trackingNumber", carrier, status, 0
    FROM jsonb_to_recordset($2::jsonb) AS n (number text, "trackingNumber" text, carrier text, status text)`,
    [id, JSON.stringify(packages)],
  );
  await client.query(
    `INSERT INTO crm.order_history (order_id, kind, version, at, actor, data, recorded_at)
    SELECT $1, kind, concat(at, data), at, 'shopee', data, at + interval '1.5 seconds'
    FROM jsonb_to_recordset($2::jsonb) AS n (kind text, at timestamptz, data jsonb)`,
    [id, JSON.stringify(history)],
  );
}

async function idOf(client: pg.Client, sql: string, values: unknown[]): Promise<string> {
  const { rows } = await client.query<{ id: string }>(`${sql} RETURNING id`, values);
  const [row] = rows;
  if (!row) throw new TypeError('nothing was written');
  return row.id;
}
