import { createHash } from 'node:crypto';
import { addMoney, parseMoney } from 'shared/domain/money';
import { BuyerSchema } from 'shared/domain/order-snapshot';
import { orderProblems } from 'shared/domain/order-words';
import { packageStatusLabel, statusLabel } from 'shared/mapping/status/tables';
import type { LineRow, OrderRow, PackageRow } from '../queries/order-rows.ts';
import { AddressSchema, type Customer, type OrderListItem } from '../routes/orders/schema.ts';
import { isLate } from './late.ts';
import { maskCustomer, maskText } from './mask.ts';
import { moneyOrNull, timeOrNull } from './values.ts';

export type OrderParts = { row: OrderRow; lines: readonly LineRow[]; packages: readonly PackageRow[] };
export type Reading = { now: Date; masked: boolean };

/** Rows → the order's JSON, as the API names things. */
export function mapOrder({ row, lines, packages }: OrderParts, { now, masked }: Reading): OrderListItem {
  return {
    ...mapWords(row, now),
    ...mapMoney(row),
    sourceCreatedAt: timeOrNull(row.sourceCreatedAt),
    sourceUpdatedAt: timeOrNull(row.sourceUpdatedAt),
    shipBy: timeOrNull(row.shipBy),
    buyerMessage: masked && row.buyerMessage !== null ? maskText(row.buyerMessage) : row.buyerMessage,
    cancelReason: row.cancelReason,
    note: row.note,
    tags: row.tags,
    assignee: row.assigneeId,
    assigneeName: row.assigneeName,
    customer: masked ? maskCustomer(mapCustomer(row)) : mapCustomer(row),
    packages: packages.map(({ number, trackingNumber, carrier, status }) => ({
      number, trackingNumber, carrier, status, statusLabel: status === null ? null : packageStatusLabel(row.channel, status),
    })),
    lines: lines.map(mapLine),
    lineCount: lines.length,
    itemCount: Number(addMoney(lines.map(({ quantity }) => parseMoney(quantity)))),
  };
}

function mapWords(row: OrderRow, now: Date) {
  const problems = new Set([...row.problems, ...(isLate(row, now) ? ['LATE' as const] : [])]);
  return {
    id: row.id,
    version: versionOf(row),
    channel: row.channel,
    storeId: row.storeId,
    storeName: row.storeName,
    code: row.code,
    channelStatus: row.channelStatus,
    channelStatusLabel: row.channelStatus === null ? null : statusLabel(row.channel, row.channelStatus),
    fulfilmentStatus: row.fulfilmentStatus,
    paymentStatus: row.paymentStatus,
    state: row.state,
    processedInCrm: row.processedInCrmAt !== null,
    problems: orderProblems.filter((problem) => problems.has(problem)),
  };
}

function mapMoney(row: OrderRow) {
  return {
    currency: row.currency,
    totalAmount: moneyOrNull(row.totalAmount),
    shippingFee: moneyOrNull(row.shippingFee),
    discount: moneyOrNull(row.discount),
    refundedAmount: parseMoney(row.refundedAmount),
    paymentMethod: row.paymentMethod,
    cashOnDelivery: row.cashOnDelivery,
    paidAt: timeOrNull(row.paidAt),
  };
}

/** Another digest or time of change is another version; a mere reading that showed the same is not. */
function versionOf({ sourceUpdatedAt, statusRank, digest, processedInCrmAt }: OrderRow): string {
  const facts = [sourceUpdatedAt?.toISOString(), statusRank, digest, processedInCrmAt?.toISOString()];
  return createHash('sha256').update(JSON.stringify(facts)).digest('base64url').slice(0, 22);
}

const StoredAddressSchema = AddressSchema.partial().nullable().catch(null);
const CorrectedSchema = BuyerSchema.nullable().catch(null);

/** What staff corrected goes before what the marketplace gave. */
function mapCustomer(row: OrderRow): Customer {
  const corrected = CorrectedSchema.parse(row.correctedRecipient ?? null);
  const address = corrected?.address ?? StoredAddressSchema.parse(row.recipientAddress ?? null);
  return {
    name: corrected?.name ?? row.recipientName,
    phone: corrected?.phone ?? row.recipientPhone,
    address: address && {
      line: address.line ?? null,
      ward: address.ward ?? null,
      district: address.district ?? null,
      province: address.province ?? null,
      country: address.country ?? null,
      full: address.full ?? null,
    },
    masked: false,
  };
}

/** Links, sellable stock and returns have no tables to be read from yet: nothing linked, stock not known, nothing returned. */
function mapLine(line: LineRow): OrderListItem['lines'][number] {
  return {
    id: line.id,
    productId: line.productCode,
    products: [],
    name: line.name,
    variation: line.variation,
    imageUrl: line.imageUrl,
    quantity: Number(line.quantity),
    quotedPrice: moneyOrNull(line.quotedPrice),
    salePriceVat: moneyOrNull(line.salePriceVat),
    sellable: null,
    returnedQuantity: 0,
    bookedInQuantity: 0,
    cancelledQuantity: Number(line.cancelledQuantity),
  };
}
