import type { CrmOrder } from '../crm-rows.ts';
import { differing, differingPersonal, type Finding } from '../difference.ts';
import type { LedgerEntry, LedgerRecipient } from '../ledger.ts';
import { decimal, given, instant, trimmed } from './values.ts';
import { decidedProblems, expectedPayment, expectedProblems, expectedWords } from './words.ts';

type Text = string | null;
type Row = { field: string; expected: (entry: LedgerEntry) => Text; actual: (row: CrmOrder) => Text; personal?: true };

/** Each field of an order: what the marketplace says, and where the CRM must have it. */
const fields: readonly Row[] = [
  { field: 'channel', expected: () => 'shopee', actual: (row) => row.channel },
  { field: 'channelStatus', expected: ({ order }) => order.order_status, actual: (row) => row.channelStatus },
  { field: 'currency', expected: ({ order }) => order.currency, actual: (row) => row.currency },
  // Absent until it is paid (unless on delivery): then there is none, and certainly not 0.
  { field: 'totalAmount', expected: ({ order }) => decimal(order.total_amount), actual: (row) => decimal(row.totalAmount) },
  { field: 'shippingFee', expected: ({ order }) => decimal(order.estimated_shipping_fee), actual: (row) => decimal(row.shippingFee) },
  // Shopee's detail states no discount, and this stand-in has no returns.
  { field: 'discount', expected: () => null, actual: (row) => decimal(row.discount) },
  { field: 'refundedAmount', expected: () => '0', actual: (row) => decimal(row.refundedAmount) },
  { field: 'paymentMethod', expected: ({ order }) => given(order.payment_method), actual: (row) => row.paymentMethod },
  { field: 'cashOnDelivery', expected: ({ order }) => String(order.cod), actual: (row) => row.cashOnDelivery === null ? null : String(row.cashOnDelivery) },
  { field: 'paidAt', expected: ({ order }) => instant(order.pay_time), actual: (row) => row.paidAt },
  { field: 'sourceCreatedAt', expected: ({ order }) => instant(order.create_time), actual: (row) => row.sourceCreatedAt },
  { field: 'sourceUpdatedAt', expected: ({ order }) => instant(order.update_time), actual: (row) => row.sourceUpdatedAt },
  { field: 'shipBy', expected: ({ order }) => instant(order.ship_by_date), actual: (row) => row.shipBy },
  { field: 'buyerMessage', expected: ({ order }) => given(order.message_to_seller), actual: (row) => row.buyerMessage, personal: true },
  { field: 'cancelReason', expected: ({ order }) => given(order.cancel_reason), actual: (row) => row.cancelReason },
  { field: 'buyerId', expected: ({ order }) => order.buyer_user_id, actual: (row) => row.buyerId, personal: true },
];

export function compareFields(entry: LedgerEntry, row: CrmOrder): Finding[] {
  return fields.flatMap(({ field, expected, actual, personal }) => (personal ? differingPersonal : differing)(field, expected(entry), actual(row)));
}

/** The CRM's own words; staff who process an order in the CRM take them out of the marketplace's hands. */
export function compareWords(entry: LedgerEntry, row: CrmOrder): Finding[] {
  const decided = (problems: readonly string[]): string => problems.filter((problem) => decidedProblems.some((one) => one === problem)).toSorted().join(', ');
  const problems = differing('problems', decided(expectedProblems(entry)), decided(row.problems));
  if (row.processedInCrm) return problems;
  const words = expectedWords(entry.order.order_status, entry.order.package_list.map((parcel) => parcel.logistics_status));
  return [
    ...problems,
    ...differing('paymentStatus', expectedPayment(entry), row.paymentStatus),
    ...(words ? [...differing('fulfilmentStatus', words.fulfilment, row.fulfilmentStatus), ...differing('state', words.state, row.state)] : []),
  ];
}

type Part = { field: string; from: keyof LedgerRecipient; actual: (row: CrmOrder) => Text; identifies: boolean };

/** Vietnamese addresses at Shopee: state is the province, city the huyện or quận, district the xã or phường. */
const recipientParts: readonly Part[] = [
  { field: 'recipientName', from: 'name', actual: (row) => row.recipientName, identifies: true },
  { field: 'recipientPhone', from: 'phone', actual: (row) => row.recipientPhone, identifies: true },
  { field: 'recipientAddress.ward', from: 'district', actual: (row) => row.recipientAddress?.ward ?? null, identifies: false },
  { field: 'recipientAddress.district', from: 'city', actual: (row) => row.recipientAddress?.district ?? null, identifies: false },
  { field: 'recipientAddress.province', from: 'state', actual: (row) => row.recipientAddress?.province ?? null, identifies: false },
  { field: 'recipientAddress.country', from: 'region', actual: (row) => row.recipientAddress?.country ?? null, identifies: false },
  { field: 'recipientAddress.full', from: 'full_address', actual: (row) => row.recipientAddress?.full ?? null, identifies: true },
];

const isStarred = (value: Text): boolean => value === null || value.includes('*');

/** In clear, unless the marketplace masks the order: then what says who it is must be starred or absent. */
export function compareRecipient(entry: LedgerEntry, row: CrmOrder): Finding[] {
  return recipientParts.flatMap(({ field, from, actual, identifies }) => {
    const clear = trimmed(entry.order.recipient_address[from]);
    if (entry.masked && isStarred(actual(row))) return [];
    if (entry.masked && identifies) return [{ field, expected: 'masked', actual: 'in clear' }];
    return differingPersonal(field, clear, actual(row));
  });
}
