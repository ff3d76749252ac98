import { z } from 'zod';
import { MoneySchema } from 'shared/domain/money';
import { BuyerSchema } from 'shared/domain/order-snapshot';
import { FulfilmentStatusSchema, OrderStateSchema, PaymentStatusSchema } from 'shared/domain/order-words';
import { type Version, VersionSchema } from 'shared/domain/version';
import type { FactMap } from './facts.ts';
import type { OrderRecord } from './order-record.ts';

const instant = z.date().transform((date) => date.toISOString());
const text = z.string().nullable();
const money = MoneySchema.nullable();

/** A row of crm.order as the writer reads it. */
export const OrderRowSchema = z.object({
  id: z.bigint(),
  storeId: z.bigint().transform(String),
  code: z.string(),
  stub: z.boolean(),
  sourceUpdatedAt: instant.nullable(),
  fetchedAt: instant.nullable(),
  statusRank: z.int().nullable(),
  digest: text,
  olderFacts: z.record(z.string(), VersionSchema.nullable()),
  channelStatus: text,
  knownFulfilment: FulfilmentStatusSchema.nullable(),
  knownState: OrderStateSchema.nullable(),
  currency: text,
  totalAmount: money,
  shippingFee: money,
  discount: money,
  paymentMethod: text,
  cashOnDelivery: z.boolean().nullable(),
  paidAt: instant.nullable(),
  sourceCreatedAt: instant.nullable(),
  shipBy: instant.nullable(),
  buyerMessage: text,
  cancelReason: text,
  buyerId: text,
  recipientName: text,
  recipientPhone: text,
  recipientAddress: BuyerSchema.shape.address.unwrap().nullable(),
  frozenWords: z
    .object({ fulfilment: FulfilmentStatusSchema.nullable(), payment: PaymentStatusSchema, state: OrderStateSchema.nullable() })
    .nullable(),
});
export type OrderRow = z.infer<typeof OrderRowSchema>;

/** Facts that may be told as "none": what is stored is empty then, too, so a null in `older_facts` says that nobody told them. */
const nullableFacts = ['paymentMethod', 'paidAt', 'shipBy', 'buyerMessage', 'cancelReason', 'buyerId'] as const;
const mayBeNone = [...nullableFacts, 'packages'] as const;
const plainFacts = ['currency', 'totalAmount', 'shippingFee', 'discount', 'cashOnDelivery', 'sourceCreatedAt', 'recipientName', 'recipientPhone', 'recipientAddress'] as const;

export function recordOf(row: OrderRow): OrderRecord {
  const facts: FactMap = {};
  for (const name of plainFacts) if (row[name] !== null) Object.assign(facts, { [name]: row[name] });
  for (const name of nullableFacts) if (row.olderFacts[name] !== null && !row.stub) Object.assign(facts, { [name]: row[name] });
  if (row.olderFacts['packages'] !== null && !row.stub) facts.packages = [];
  if (row.knownFulfilment && row.knownState) facts.words = { fulfilment: row.knownFulfilment, state: row.knownState };
  const told = Object.entries(row.olderFacts).flatMap(([name, version]) => (version ? [[name, version] as const] : []));
  return { head: headOf(row), channelStatus: row.channelStatus, facts, olderFacts: Object.fromEntries(told) };
}

/** `older_facts` as it is stored: versions, and nulls for what nobody told yet. */
export function storedOlderFacts({ facts, olderFacts }: OrderRecord): Record<string, Version | null> {
  const untold = mayBeNone.filter((name) => !(name in facts)).map((name) => [name, null] as const);
  return { ...olderFacts, ...Object.fromEntries(untold) };
}

function headOf({ sourceUpdatedAt, fetchedAt, statusRank, digest }: OrderRow): Version | null {
  if (sourceUpdatedAt === null || fetchedAt === null || statusRank === null || digest === null) return null;
  return { sourceUpdatedAt, fetchedAt, rank: statusRank, digest };
}
