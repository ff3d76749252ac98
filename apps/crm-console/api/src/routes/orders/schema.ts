import { ChannelSchema, channels } from 'shared/domain/channel';
import { MoneySchema } from 'shared/domain/money';
import {
  FulfilmentStatusSchema, fulfilmentStatuses, OrderProblemSchema, orderProblems, OrderStateSchema, orderStates, PaymentStatusSchema,
  paymentStatuses,
} from 'shared/domain/order-words';
import { z } from 'zod';
import { listResponse, PageQuerySchema } from '../../schemas/paging.ts';
import { IdSchema, InstantOrDateSchema, LabelSchema, listOf, QuantityNumberSchema, TextSchema, TimeSchema } from '../../schemas/primitives.ts';

const ChannelWordSchema = TextSchema.min(1).max(100);

const filters = {
  channel: listOf(ChannelSchema, channels).optional(),
  storeId: listOf(IdSchema).optional(),
  channelStatus: listOf(ChannelWordSchema).optional(),
  paymentStatus: listOf(PaymentStatusSchema, paymentStatuses).optional(),
  problem: listOf(OrderProblemSchema, orderProblems).optional(),
  q: TextSchema.trim().max(100)
    .transform((text) => text || undefined)
    .optional()
    .meta({ description: 'Beginning of an order code, beginning of a tracking number, or a whole SKU.' }),
  from: InstantOrDateSchema.optional().meta({ description: 'Placed at or after it. A date is its midnight in Vietnam.' }),
  to: InstantOrDateSchema.optional().meta({ description: 'Placed before it (exclusive). A date is its midnight in Vietnam.' }),
};
/** What the tabs choose; counts do not take it. */
const tabFilters = {
  fulfilmentStatus: listOf(FulfilmentStatusSchema, fulfilmentStatuses).optional(),
  state: listOf(OrderStateSchema, orderStates).optional(),
};

export const OrderCountsQuerySchema = z.object(filters);
export const OrderListQuerySchema = z.object({
  ...filters,
  ...tabFilters,
  sort: z.enum(['-placed', 'placed']).default('-placed').meta({ description: '`-placed`: newest first.' }),
  ...PageQuerySchema.shape,
});
export type OrderFilters = z.output<z.ZodObject<typeof filters & typeof tabFilters>>;
export type OrderListQuery = z.output<typeof OrderListQuerySchema>;

export const AddressSchema = z.object({
  line: z.string().nullable(),
  ward: z.string().nullable(),
  district: z.string().nullable(),
  province: z.string().nullable(),
  country: z.string().nullable(),
  full: z.string().nullable(),
});
export const CustomerSchema = z
  .object({ name: z.string().nullable(), phone: z.string().nullable(), address: AddressSchema.nullable(), masked: z.boolean() })
  .meta({ id: 'OrderCustomer', description: 'Who gets the parcel. `masked`: parts of it are hidden from this caller.' });
export type Customer = z.infer<typeof CustomerSchema>;

export const PackageSchema = z
  .object({
    number: z.string(),
    trackingNumber: z.string().nullable(),
    carrier: z.string().nullable(),
    status: z.string().nullable().meta({ description: 'The marketplace’s own word.' }),
    statusLabel: LabelSchema.nullable(),
  })
  .meta({ id: 'OrderPackage' });

export const LineSchema = z
  .object({
    id: z.string(),
    productId: z.string().nullable().meta({ description: 'The seller’s code as the marketplace gave it.' }),
    products: z.array(z.object({ id: z.string(), code: z.string(), name: z.string(), quantity: QuantityNumberSchema })),
    name: z.string(),
    variation: z.string().nullable(),
    imageUrl: z.string().nullable(),
    quantity: QuantityNumberSchema,
    quotedPrice: MoneySchema.nullable(),
    salePriceVat: MoneySchema.nullable(),
    sellable: QuantityNumberSchema.nullable(),
    returnedQuantity: QuantityNumberSchema,
    bookedInQuantity: QuantityNumberSchema,
    cancelledQuantity: QuantityNumberSchema,
  })
  .meta({ id: 'OrderLine' });

export const HistoryEntrySchema = z
  .object({
    at: TimeSchema,
    actor: z.string(),
    actorName: z.string().nullable().meta({ description: 'The person’s name, where the actor is one of the staff.' }),
    kind: z.string(),
    data: z.record(z.string(), z.unknown()),
    traceId: z.string().nullable(),
  })
  .meta({ id: 'OrderHistoryEntry' });

const StatusLabelSchema = LabelSchema.extend({ meaning: LabelSchema.nullable() });

export const OrderListItemSchema = z
  .object({
    id: z.string(),
    version: z.string().meta({ description: 'Opaque; another one means that the marketplace’s side has changed.' }),
    channel: ChannelSchema,
    storeId: z.string(),
    storeName: z.string(),
    code: z.string(),
    channelStatus: z.string().nullable(),
    channelStatusLabel: StatusLabelSchema.nullable(),
    fulfilmentStatus: FulfilmentStatusSchema.nullable(),
    paymentStatus: PaymentStatusSchema.nullable(),
    state: OrderStateSchema.nullable(),
    currency: z.string().nullable(),
    totalAmount: MoneySchema.nullable(),
    shippingFee: MoneySchema.nullable(),
    discount: MoneySchema.nullable(),
    refundedAmount: MoneySchema,
    paymentMethod: z.string().nullable(),
    cashOnDelivery: z.boolean().nullable(),
    paidAt: TimeSchema.nullable(),
    sourceCreatedAt: TimeSchema.nullable(),
    sourceUpdatedAt: TimeSchema.nullable(),
    shipBy: TimeSchema.nullable(),
    processedInCrm: z.boolean(),
    problems: z.array(OrderProblemSchema),
    buyerMessage: z.string().nullable(),
    cancelReason: z.string().nullable(),
    note: TextSchema.nullable(),
    tags: z.array(z.string()),
    assignee: z.string().nullable().meta({ description: 'Id of one of the staff.' }),
    assigneeName: z.string().nullable(),
    customer: CustomerSchema,
    packages: z.array(PackageSchema),
    lines: z.array(LineSchema),
    lineCount: z.int(),
    itemCount: QuantityNumberSchema.meta({ description: 'Sum of the lines’ quantities.' }),
  })
  .meta({ id: 'OrderListItem', description: 'An order without its history.' });
export type OrderListItem = z.infer<typeof OrderListItemSchema>;

export const OrderSchema = OrderListItemSchema.extend({
  appliedAt: TimeSchema.nullable().meta({ description: 'When the CRM last wrote a snapshot of it.' }),
  createdAt: TimeSchema.meta({ description: 'When the CRM first knew of it.' }),
  history: z.array(HistoryEntrySchema).meta({ description: 'Newest first.' }),
}).meta({ id: 'Order' });
export type Order = z.infer<typeof OrderSchema>;

export const OrderListSchema = listResponse(OrderListItemSchema);

const count = z.int().min(0);
export const OrderCountsSchema = z
  .object({
    all: count,
    ...(Object.fromEntries(fulfilmentStatuses.map((status) => [status, count])) as Record<(typeof fulfilmentStatuses)[number], typeof count>),
    CANCELLING: count,
    RETURNING: count,
    limit: count.meta({ description: 'Nothing is counted beyond it: a number above `limit` reads "more than `limit`".' }),
  })
  .meta({ id: 'OrderCounts' });
export type OrderCounts = z.infer<typeof OrderCountsSchema>;

export const RevealQuerySchema = z.object({
  reveal: z.enum(['true', 'false']).optional().meta({ description: '`true`: the recipient unmasked; written to the audit.' }),
});

export const OrderPatchSchema = z.strictObject({
  note: TextSchema.trim().max(5_000).transform((text) => text || null).nullable().optional(),
  tags: z.array(TextSchema.trim().min(1).max(40)).max(20).transform((tags) => [...new Set(tags)]).optional(),
  assignee: TextSchema.min(1).max(100).nullable().optional().meta({ description: 'Id of one of the staff, or null.' }),
});
export type OrderPatch = z.output<typeof OrderPatchSchema>;

export const RefreshBodySchema = z.strictObject({});
export const RefreshResponseSchema = z
  .object({
    commandId: z.string().nullable().meta({ description: 'Null: a refresh is an event, not a command. Follow `sourceUpdatedAt` and `version` of the order.' }),
    eventId: z.string(),
    waiting: z.boolean().meta({ description: 'False: the store is switched off, so the event is parked.' }),
  })
  .meta({ id: 'RefreshAccepted' });
