import { z } from 'zod';
import { ChannelSchema } from './channel.ts';
import { EventRefSchema } from './event-ref.ts';
import { MoneySchema } from './money.ts';
import { FulfilmentStatusSchema, OrderStateSchema } from './order-words.ts';
import { VersionSchema } from './version.ts';

const InstantSchema = z.iso.datetime();

/** A decimal of at most 3 places, as text. */
export const QuantitySchema = z.string().regex(/^\d+(\.\d{1,3})?$/);

export const SnapshotLineSchema = z.object({
  /** item + model + promotion group + add-on + ordinal: the same line keeps its key from answer to answer. */
  key: z.string().min(1),
  itemId: z.string(),
  modelId: z.string().nullable(),
  name: z.string(),
  variation: z.string().nullable(),
  productCode: z.string().nullable(),
  quantity: QuantitySchema,
  quotedPrice: MoneySchema.nullable(),
  salePriceVat: MoneySchema.nullable(),
  imageUrl: z.string().nullable(),
  cancelledQuantity: QuantitySchema,
});
export type SnapshotLine = z.infer<typeof SnapshotLineSchema>;

export const SnapshotPackageSchema = z.object({
  number: z.string().min(1),
  carrier: z.string().nullable(),
  /** The marketplace's own word. */
  status: z.string().nullable(),
});
export type SnapshotPackage = z.infer<typeof SnapshotPackageSchema>;

/** The marketplace's word, and what the status table makes of it; a word without a row is kept as it came. */
export const SnapshotStatusSchema = z.discriminatedUnion('known', [
  z.object({ known: z.literal(true), word: z.string(), fulfilment: FulfilmentStatusSchema, state: OrderStateSchema }),
  z.object({ known: z.literal(false), word: z.string() }),
]);
export type SnapshotStatus = z.infer<typeof SnapshotStatusSchema>;

/** What an answer told of an order. Absent: it did not say (what was known stays). Null: it said that there is none. */
export const OrderFactsSchema = z
  .object({
    currency: z.string(),
    sourceCreatedAt: InstantSchema,
    totalAmount: MoneySchema,
    shippingFee: MoneySchema,
    discount: MoneySchema,
    paymentMethod: z.string().nullable(),
    cashOnDelivery: z.boolean(),
    paidAt: InstantSchema.nullable(),
    shipBy: InstantSchema.nullable(),
    lines: z.array(SnapshotLineSchema).min(1),
    packages: z.array(SnapshotPackageSchema),
    /** Package number → tracking number. */
    trackingNumbers: z.record(z.string(), z.string()),
  })
  .partial();
export type OrderFacts = z.infer<typeof OrderFactsSchema>;

/** Who gets the parcel, and what they wrote; any field may be masked (`****`) or absent. */
export const BuyerSchema = z.object({
  id: z.string().nullable().optional(),
  message: z.string().nullable().optional(),
  /** Free text, often the buyer's own. */
  cancelReason: z.string().nullable().optional(),
  name: z.string().optional(),
  phone: z.string().optional(),
  address: z
    .object({
      line: z.string().nullable(),
      ward: z.string().nullable(),
      district: z.string().nullable(),
      province: z.string().nullable(),
      country: z.string().nullable(),
      full: z.string().nullable(),
    })
    .optional(),
});
export type Buyer = z.infer<typeof BuyerSchema>;

/** An order as a marketplace showed it at one moment, in channel-neutral words, with the inbox rows that it answers. */
export const OrderSnapshotSchema = z.object({
  storeId: z.string(),
  channel: ChannelSchema,
  code: z.string().min(1),
  version: VersionSchema,
  status: SnapshotStatusSchema,
  facts: OrderFactsSchema,
  /** `Buyer`, sealed: personal data does not lie open in a queue. */
  buyer: z.string().optional(),
  events: z.array(EventRefSchema),
  traceId: z.string(),
});
export type OrderSnapshot = z.infer<typeof OrderSnapshotSchema>;
