import { parseMoney } from 'shared/domain/money';
import { aLine, anOrderSnapshot } from 'shared/testing/an-order-snapshot';
import { describe, expect, it } from 'vitest';
import { decideMerge } from './decide-merge.ts';
import { type CountedReturn, decideProblems, decideWords, type Frozen, refundedAmountOf } from './decide-words.ts';
import { factsOf } from './facts.ts';
import { emptyRecord, type OrderRecord } from './order-record.ts';

function recordOf(over: Parameters<typeof anOrderSnapshot>[0] = {}): OrderRecord {
  const snapshot = anOrderSnapshot(over);
  return decideMerge(emptyRecord, { version: snapshot.version, channelStatus: snapshot.status.word, facts: factsOf(snapshot, null) }).record;
}
const threeUnits = { facts: { ...anOrderSnapshot().facts, totalAmount: parseMoney('300000'), lines: [aLine({ quantity: '3' })] } };
const accepted = (refund: string, units: number): CountedReturn => ({ outcome: 'accepted', refundAmount: parseMoney(refund), units });

describe('decideWords', () => {
  it.each([
    ['unpaid without a pay time', { facts: { ...anOrderSnapshot().facts, paidAt: null } }, [], 'UNPAID'],
    ['paid with a pay time', {}, [], 'PAID'],
    ['partially refunded with one of three units back', threeUnits, [accepted('100000', 1)], 'PARTIALLY_REFUNDED'],
    ['refunded with all units back', threeUnits, [accepted('90000', 1), accepted('180000', 2)], 'REFUNDED'],
    ['refunded when the refund reaches the total', threeUnits, [accepted('300000', 0)], 'REFUNDED'],
    ['paid while a return is only requested', threeUnits, [{ ...accepted('300000', 3), outcome: 'requested' }], 'PAID'],
    ['paid when a return was withdrawn', threeUnits, [{ ...accepted('300000', 3), outcome: 'dead' }], 'PAID'],
  ] as const)('is %s', (_, over, returns, payment) => {
    expect(decideWords(recordOf(over), returns, null).payment).toBe(payment);
  });

  it('sums the refunds of accepted returns exactly', () => {
    expect(refundedAmountOf([accepted('0.1', 1), accepted('0.2', 1), { ...accepted('9', 1), outcome: 'dead' }])).toBe('0.3');
  });

  it('leaves the words that staff froze, and warns when the marketplace cancelled', () => {
    const frozen: Frozen = { fulfilment: 'READY_TO_SHIP', payment: 'PAID', state: 'OPEN' };
    const cancelled = recordOf({ status: { known: true, word: 'CANCELLED', fulfilment: 'CANCELLED', state: 'CANCELLED' } });
    expect(decideWords(cancelled, [], frozen)).toEqual(frozen);
    expect(decideProblems(cancelled, frozen)).toContain('CANCELLED_AT_MARKETPLACE');
  });
});
