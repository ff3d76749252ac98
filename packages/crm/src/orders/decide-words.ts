import { addMoney, compareMoney, type Money, parseMoney } from 'shared/domain/money';
import type { FulfilmentStatus, OrderProblem, OrderState, PaymentStatus } from 'shared/domain/order-words';
import type { OrderRecord } from './order-record.ts';

/** A return as the CRM counts it; the channel's return table says what is accepted. */
export type CountedReturn = { outcome: string; refundAmount: Money | null; units: number };

export type OrderWords = { fulfilment: FulfilmentStatus | null; payment: PaymentStatus; state: OrderState | null };

/** What staff froze by *Process in CRM* (R7), or null. */
export type Frozen = OrderWords | null;

const ZERO = parseMoney('0');

/** The sum of refunds in accepted returns; a withdrawn or undecided one counts nothing (R9). */
export function refundedAmountOf(returns: readonly CountedReturn[]): Money {
  return addMoney(accepted(returns).flatMap(({ refundAmount }) => refundAmount ?? []));
}

/** Fulfilment, payment and state: a function of the record, its returns and staff's acts alone. */
export function decideWords(record: OrderRecord, returns: readonly CountedReturn[], frozen: Frozen): OrderWords {
  if (frozen) return frozen;
  return {
    fulfilment: record.facts.words?.fulfilment ?? null,
    state: record.facts.words?.state ?? null,
    payment: decidePayment(record, returns),
  };
}

function decidePayment({ facts }: OrderRecord, returns: readonly CountedReturn[]): PaymentStatus {
  const refunded = refundedAmountOf(returns);
  if (accepted(returns).length === 0) return facts.paidAt ? 'PAID' : 'UNPAID';
  const units = (facts.lines ?? []).reduce((sum, key) => sum + Number(facts[`line/${key}`]?.quantity ?? 0), 0);
  const allBack = units > 0 && accepted(returns).reduce((sum, one) => sum + one.units, 0) >= units;
  const allMoney = facts.totalAmount !== undefined && compareMoney(facts.totalAmount, ZERO) > 0 && compareMoney(refunded, facts.totalAmount) >= 0;
  return allBack || allMoney ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
}

/** What asks for a person's eye; what depends on the clock (LATE) is added on reading. */
export function decideProblems(record: OrderRecord, frozen: Frozen): OrderProblem[] {
  const problems: OrderProblem[] = [];
  const words = record.facts.words;
  if (!words || 'words' in record.olderFacts) problems.push('UNKNOWN_STATUS');
  if (!record.facts.lines || 'lines' in record.olderFacts) problems.push('INCOMPLETE');
  if (words?.state === 'CANCELLING') problems.push('CANCEL_REQUESTED');
  if (frozen && (words?.state === 'CANCELLED' || words?.state === 'RETURNING')) problems.push('CANCELLED_AT_MARKETPLACE');
  return problems;
}

const accepted = (returns: readonly CountedReturn[]): CountedReturn[] => returns.filter(({ outcome }) => outcome === 'accepted');
