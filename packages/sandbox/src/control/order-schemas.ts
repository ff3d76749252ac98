import { z } from 'zod';

const money = z.int().min(0).max(1_000_000_000_000);
const text = z.string().max(2_000);
const id = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

const ItemSchema = z.strictObject({
  itemId: id.exactOptional(),
  modelId: id.exactOptional(),
  itemSku: text.exactOptional(),
  modelSku: text.exactOptional(),
  name: text.exactOptional(),
  quantity: z.int().min(1).max(100_000).exactOptional(),
  originalPrice: money.exactOptional(),
  discountedPrice: money.exactOptional(),
});

const RecipientSchema = z.strictObject({
  name: text.exactOptional(),
  phone: text.exactOptional(),
  town: text.exactOptional(),
  district: text.exactOptional(),
  city: text.exactOptional(),
  state: text.exactOptional(),
  zipcode: text.exactOptional(),
  full_address: text.exactOptional(),
});

const OverridesSchema = z.strictObject({
  cod: z.boolean().exactOptional(),
  masked: z.boolean().exactOptional(),
  items: z.array(ItemSchema).min(1).max(200).exactOptional(),
  shippingFee: money.exactOptional(),
  voucher: money.exactOptional(),
  messageToSeller: text.exactOptional(),
  note: text.exactOptional(),
  fulfillmentFlag: text.exactOptional(),
  paymentMethod: text.exactOptional(),
  recipient: RecipientSchema.exactOptional(),
});

export const NewOrdersSchema = OverridesSchema.extend({
  shopId: z.int().positive(),
  count: z.int().min(1).max(100_000).default(1),
  /** The status to bring the order to, over a way that the transitions know. Default: where a life begins. */
  status: z.string().min(1).max(60).optional(),
  /** Epoch seconds; the moves follow in steps after it. Default: now. */
  createTime: z.int().min(1_000_000_000).max(4_000_000_000).optional(),
  /** With it, creation times are spread evenly from createTime to here: a shop's history. */
  createTimeTo: z.int().min(1_000_000_000).max(4_000_000_000).optional(),
  stepSeconds: z.int().min(0).max(1_000_000).default(0),
  seed: z.int().min(0).max(0xffffffff).optional(),
  silent: z.boolean().default(false),
});

export const MoveSchema = z.strictObject({
  status: z.string().min(1).max(60),
  force: z.boolean().default(false),
  /** Epoch seconds; default: now, never before the last. */
  updateTime: z.int().min(0).max(4_000_000_000).optional(),
  /** The package's state, such as LOGISTICS_LOST; default: what goes with the status. */
  logistics: z.string().max(60).exactOptional(),
  silent: z.boolean().default(false),
});
