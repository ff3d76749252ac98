import { parseExactJson, wire } from 'shared/json/parse-exact';
import { request } from 'undici';
import { z } from 'zod';

const text = z.string().default('');

const ItemSchema = z.object({
  item_id: wire.text,
  model_id: wire.text,
  promotion_group_id: wire.text,
  add_on_deal_id: wire.text,
  item_name: z.string(),
  item_sku: text,
  model_name: text,
  model_sku: text,
  model_quantity_purchased: wire.text,
  model_original_price: wire.text,
  model_discounted_price: wire.text,
  cancelled_qty: wire.text,
  image_info: z.object({ image_url: z.string() }),
});
export type LedgerItem = z.infer<typeof ItemSchema>;

const PackageSchema = z.object({ package_number: z.string(), logistics_status: text, shipping_carrier: text });

const RecipientSchema = z.object({ name: text, phone: text, district: text, city: text, state: text, region: text, full_address: text });
export type LedgerRecipient = z.infer<typeof RecipientSchema>;

/** An order as the marketplace would show it to somebody who asks for every field and may see everything. */
const OrderSchema = z.object({
  order_sn: z.string(),
  order_status: z.string(),
  currency: z.string(),
  cod: z.boolean(),
  total_amount: wire.text.nullish(),
  estimated_shipping_fee: wire.text,
  payment_method: text,
  message_to_seller: text,
  cancel_reason: text,
  buyer_user_id: wire.text,
  create_time: wire.epochSeconds,
  update_time: wire.epochSeconds,
  pay_time: wire.epochSeconds,
  ship_by_date: wire.epochSeconds,
  recipient_address: RecipientSchema,
  item_list: z.array(ItemSchema),
  package_list: z.array(PackageSchema),
});

const MoveSchema = z.object({ status: z.string(), updateTime: wire.integer, logistics: z.string() });
export type LedgerMove = z.infer<typeof MoveSchema>;

const PushSchema = z.object({ code: wire.integer, move: wire.integer, sentAt: z.string().nullable(), status: z.string() });

const LedgerEntrySchema = z.object({
  shopId: wire.text,
  orderSn: z.string(),
  status: z.string(),
  updateTime: wire.integer,
  masked: z.boolean(),
  trackingNumber: z.string(),
  order: OrderSchema,
  moves: z.array(MoveSchema),
  pushes: z.array(PushSchema),
});
export type LedgerEntry = z.infer<typeof LedgerEntrySchema>;

const PageSchema = z.object({ items: z.array(LedgerEntrySchema), nextCursor: z.string().nullable() });

const ORDERS_A_PAGE = 500;

/** One entry of the ledger from its JSON text, every number as it was written. */
export const parseLedgerEntry = (json: string): LedgerEntry => LedgerEntrySchema.parse(parseExactJson(json));

/** The ledger, page after page, from the order with this running number on. */
export async function* ledgerPages(sandboxUrl: string, fromCursor = 0): AsyncGenerator<LedgerEntry[]> {
  let cursor: string | null = String(fromCursor);
  while (cursor !== null) {
    const { statusCode, body } = await request(`${sandboxUrl}/_sandbox/ledger?cursor=${cursor}&limit=${ORDERS_A_PAGE}`);
    const answer = await body.text();
    if (statusCode !== 200) throw new Error(`the sandbox gave no ledger: ${statusCode} ${answer.slice(0, 200)}`);
    const page = PageSchema.parse(parseExactJson(answer));
    yield page.items;
    cursor = page.nextCursor;
  }
}
