// What the CRM's words must be. Written from the documents, not from the services' tables, which it is there to check.

import type { LedgerEntry } from '../ledger.ts';

type Fulfilment = 'NOT_SHIPPED' | 'READY_TO_SHIP' | 'IN_TRANSIT' | 'DELIVERED' | 'CANCELLED';
type State = 'OPEN' | 'CANCELLING' | 'CANCELLED' | 'RETURNING' | 'COMPLETED';

/** Shopee's word → where the goods are (`packages`: the word does not say), and the state of the order. */
const words = new Map<string, readonly [Fulfilment | 'packages', State]>([
  ['UNPAID', ['NOT_SHIPPED', 'OPEN']],
  ['PENDING', ['NOT_SHIPPED', 'OPEN']],
  ['INVOICE_PENDING', ['NOT_SHIPPED', 'OPEN']],
  ['READY_TO_SHIP', ['NOT_SHIPPED', 'OPEN']],
  ['PROCESSED', ['READY_TO_SHIP', 'OPEN']],
  ['RETRY_SHIP', ['READY_TO_SHIP', 'OPEN']],
  ['SHIPPED', ['IN_TRANSIT', 'OPEN']],
  ['TO_CONFIRM_RECEIVE', ['DELIVERED', 'OPEN']],
  ['COMPLETED', ['DELIVERED', 'COMPLETED']],
  ['IN_CANCEL', ['packages', 'CANCELLING']],
  ['CANCELLED', ['CANCELLED', 'CANCELLED']],
  ['TO_RETURN', ['packages', 'RETURNING']],
  ['TO_REFUND', ['packages', 'RETURNING']],
]);

const packageWords = new Map<string, Fulfilment>([
  ['LOGISTICS_NOT_START', 'NOT_SHIPPED'],
  ['LOGISTICS_READY', 'NOT_SHIPPED'],
  ['LOGISTICS_PENDING_ARRANGE', 'NOT_SHIPPED'],
  ['LOGISTICS_INVALID', 'NOT_SHIPPED'],
  ['LOGISTICS_REQUEST_CREATED', 'READY_TO_SHIP'],
  ['LOGISTICS_PICKUP_RETRY', 'READY_TO_SHIP'],
  ['LOGISTICS_PICKUP_FAILED', 'READY_TO_SHIP'],
  ['LOGISTICS_PICKUP_DONE', 'IN_TRANSIT'],
  ['LOGISTICS_DELIVERY_DONE', 'DELIVERED'],
  ['LOGISTICS_DELIVERY_FAILED', 'CANCELLED'],
  ['LOGISTICS_LOST', 'CANCELLED'],
  ['LOGISTICS_COD_REJECTED', 'CANCELLED'],
  ['LOGISTICS_REQUEST_CANCELED', 'CANCELLED'],
]);

const advance: readonly Fulfilment[] = ['NOT_SHIPPED', 'READY_TO_SHIP', 'IN_TRANSIT', 'DELIVERED'];

/** Null where Shopee's word is none that the CRM knows: then it keeps what it had, and says so. */
export function expectedWords(status: string, packages: readonly string[]): { fulfilment: Fulfilment; state: State } | null {
  const row = words.get(status);
  if (!row) return null;
  const [fulfilment, state] = row;
  return { fulfilment: fulfilment === 'packages' ? leastAdvanced(packages) : fulfilment, state };
}

/** Of several packages the least advanced that is not cancelled, else cancelled; none at all: not shipped. */
function leastAdvanced(packages: readonly string[]): Fulfilment {
  const known = packages.flatMap((word) => packageWords.get(word) ?? []);
  return advance.find((step) => known.includes(step)) ?? (known.length > 0 ? 'CANCELLED' : 'NOT_SHIPPED');
}

/** Paid when Shopee says when; cash on delivery is paid at the door, so the status says nothing about it. */
export const expectedPayment = ({ order }: LedgerEntry): 'PAID' | 'UNPAID' => (order.pay_time === null ? 'UNPAID' : 'PAID');

/** The problems that an order's own data decides; those of stock and links depend on the shop's catalogue. */
export const decidedProblems = ['UNKNOWN_STATUS', 'INCOMPLETE', 'CANCEL_REQUESTED'] as const;

export function expectedProblems({ order }: LedgerEntry): string[] {
  if (!words.has(order.order_status)) return ['UNKNOWN_STATUS'];
  return order.order_status === 'IN_CANCEL' ? ['CANCEL_REQUESTED'] : [];
}
