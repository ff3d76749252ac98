import { Prisma, type PrismaClient } from 'shared/db/client';
import type { FactMap } from './facts.ts';
import { decideProblems, decideWords, refundedAmountOf } from './decide-words.ts';
import type { LoadedOrder } from './load-orders.ts';
import type { OrderRecord } from './order-record.ts';
import { storedOlderFacts } from './order-row.ts';

type Sql = Pick<PrismaClient, '$executeRaw'>;
export type OrderChange = { loaded: LoadedOrder; record: OrderRecord };

/** Writes orders that changed, with the lines and packages of theirs that did. One statement a table; JSON, since the rows are wide. */
export async function writeOrders(sql: Sql, changes: readonly OrderChange[]): Promise<void> {
  if (changes.length === 0) return;
  await sql.$executeRaw(updateOrders(JSON.stringify(changes.map(orderRow))));
  const lines = changes.flatMap((change) => childRows(change, 'line', lineRow));
  if (lines.length > 0) await sql.$executeRaw(upsertLines(JSON.stringify(lines)));
  const packages = changes.flatMap((change) => childRows(change, 'package', packageRow));
  if (packages.length > 0) await sql.$executeRaw(upsertPackages(JSON.stringify(packages)));
}

function orderRow({ loaded, record }: OrderChange): Record<string, unknown> {
  const { head, channelStatus, facts } = record;
  const words = decideWords(record, loaded.returns, loaded.row.frozenWords);
  return {
    ...plainColumns(facts),
    id: String(loaded.row.id),
    source_updated_at: head?.sourceUpdatedAt,
    fetched_at: head?.fetchedAt,
    status_rank: head?.rank,
    digest: head?.digest,
    older_facts: storedOlderFacts(record),
    channel_status: channelStatus,
    known_fulfilment: facts.words?.fulfilment,
    known_state: facts.words?.state,
    fulfilment_status: words.fulfilment,
    payment_status: words.payment,
    state: words.state,
    problems: decideProblems(record, loaded.row.frozenWords),
    refunded_amount: refundedAmountOf(loaded.returns),
  };
}

function plainColumns(facts: FactMap): Record<string, unknown> {
  return {
    currency: facts.currency,
    total_amount: facts.totalAmount,
    shipping_fee: facts.shippingFee,
    discount: facts.discount,
    payment_method: facts.paymentMethod,
    cash_on_delivery: facts.cashOnDelivery,
    paid_at: facts.paidAt,
    source_created_at: facts.sourceCreatedAt,
    ship_by: facts.shipBy,
    buyer_message: facts.buyerMessage,
    cancel_reason: facts.cancelReason,
    buyer_id: facts.buyerId,
    recipient_name: facts.recipientName,
    recipient_phone: facts.recipientPhone,
    recipient_address: facts.recipientAddress,
  };
}

type RowOf = (facts: FactMap, key: string) => Record<string, unknown> | null;

/** The rows of a kind that are not as they were; which of them are current stands in the fact `lines` or `packages`. */
function childRows({ loaded, record }: OrderChange, kind: 'line' | 'package', rowOf: RowOf): Record<string, unknown>[] {
  const keys = Object.keys(record.facts).flatMap((name) => (name.startsWith(`${kind}/`) ? [name.slice(kind.length + 1)] : []));
  return keys.flatMap((key) => {
    const row = rowOf(record.facts, key);
    const before = rowOf(loaded.record.facts, key);
    return row && JSON.stringify(row) !== JSON.stringify(before) ? [{ ...row, order_id: String(loaded.row.id) }] : [];
  });
}

const lineRow: RowOf = (facts, key) => {
  const line = facts[`line/${key}`];
  if (!line) return null;
  const position = facts.lines?.indexOf(key) ?? -1;
  return {
    key, position, vanished: position < 0, item_id: line.itemId, model_id: line.modelId, name: line.name, variation: line.variation,
    product_code: line.productCode, quantity: line.quantity, quoted_price: line.quotedPrice, sale_price_vat: line.salePriceVat,
    image_url: line.imageUrl, cancelled_quantity: line.cancelledQuantity,
  };
};

const packageRow: RowOf = (facts, key) => {
  const parcel = facts[`package/${key}`];
  if (!parcel) return null;
  const position = facts.packages?.indexOf(key) ?? -1;
  return { number: key, position, vanished: position < 0, carrier: parcel.carrier, status: parcel.status, tracking_number: facts[`tracking/${key}`] ?? null };
};

const updateOrders = (rows: string): Prisma.Sql => Prisma.sql`
  UPDATE crm.order o SET
    stub = false, source_updated_at = n.source_updated_at, fetched_at = n.fetched_at, status_rank = n.status_rank, digest = n.digest,
    older_facts = n.older_facts, channel_status = n.channel_status, known_fulfilment = n.known_fulfilment, known_state = n.known_state,
    fulfilment_status = n.fulfilment_status, payment_status = n.payment_status, state = n.state,
    problems = ARRAY(SELECT jsonb_array_elements_text(n.problems)), refunded_amount = n.refunded_amount, currency = n.currency,
    total_amount = n.total_amount, shipping_fee = n.shipping_fee, discount = n.discount, payment_method = n.payment_method,
    cash_on_delivery = n.cash_on_delivery, paid_at = n.paid_at, source_created_at = n.source_created_at, ship_by = n.ship_by,
    buyer_message = n.buyer_message, cancel_reason = n.cancel_reason, buyer_id = n.buyer_id, recipient_name = n.recipient_name,
    recipient_phone = n.recipient_phone, recipient_address = n.recipient_address,
    applied_at = coalesce(o.applied_at, clock_timestamp()), updated_at = clock_timestamp()
  FROM jsonb_to_recordset(${rows}::jsonb) AS n (
    id bigint, source_updated_at timestamptz, fetched_at timestamptz, status_rank int, digest text, older_facts jsonb, channel_status text,
    known_fulfilment text, known_state text, fulfilment_status text, payment_status text, state text, problems jsonb, refunded_amount numeric,
    currency text, total_amount numeric, shipping_fee numeric, discount numeric, payment_method text, cash_on_delivery boolean,
    paid_at timestamptz, source_created_at timestamptz, ship_by timestamptz, buyer_message text, cancel_reason text, buyer_id text,
    recipient_name text, recipient_phone text, recipient_address jsonb)
  WHERE o.id = n.id`;

const upsertLines = (rows: string): Prisma.Sql => Prisma.sql`
  INSERT INTO crm.order_line AS stored (order_id, key, position, vanished, item_id, model_id, name, variation, product_code, quantity,
    quoted_price, sale_price_vat, image_url, cancelled_quantity)
  SELECT * FROM jsonb_to_recordset(${rows}::jsonb) AS n (order_id bigint, key text, position int, vanished boolean, item_id text, model_id text,
    name text, variation text, product_code text, quantity numeric, quoted_price numeric, sale_price_vat numeric, image_url text, cancelled_quantity numeric)
  ON CONFLICT (order_id, key) DO UPDATE SET
    position = EXCLUDED.position, vanished = EXCLUDED.vanished, item_id = EXCLUDED.item_id, model_id = EXCLUDED.model_id, name = EXCLUDED.name,
    variation = EXCLUDED.variation, product_code = EXCLUDED.product_code, quantity = EXCLUDED.quantity, quoted_price = EXCLUDED.quoted_price,
    sale_price_vat = EXCLUDED.sale_price_vat, image_url = EXCLUDED.image_url, cancelled_quantity = EXCLUDED.cancelled_quantity`;

const upsertPackages = (rows: string): Prisma.Sql => Prisma.sql`
  INSERT INTO crm.order_package AS stored (order_id, number, position, vanished, carrier, status, tracking_number)
  SELECT * FROM jsonb_to_recordset(${rows}::jsonb) AS n (order_id bigint, number text, position int, vanished boolean, carrier text, status text,
    tracking_number text)
  ON CONFLICT (order_id, number) DO UPDATE SET
    position = EXCLUDED.position, vanished = EXCLUDED.vanished, carrier = EXCLUDED.carrier, status = EXCLUDED.status,
    tracking_number = EXCLUDED.tracking_number`;
