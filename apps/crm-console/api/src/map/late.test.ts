import { describe, expect, it } from 'vitest';
import { isLate } from './late.ts';

const now = new Date('2026-11-24T12:00:00Z');
const order = { shipBy: new Date('2026-11-24T11:59:59Z'), fulfilmentStatus: 'NOT_SHIPPED', state: 'OPEN' } as const;

describe('LATE', () => {
  it('is an order whose ship-by time has passed while the goods are here', () => {
    expect(isLate(order, now)).toBe(true);
    expect(isLate({ ...order, fulfilmentStatus: 'READY_TO_SHIP', state: 'CANCELLING' }, now)).toBe(true);
  });

  it.each([
    ['its time has come but not passed', { shipBy: now }],
    ['it has no time', { shipBy: null }],
    ['the carrier has it', { fulfilmentStatus: 'IN_TRANSIT' as const }],
    ['nobody knows where it is', { fulfilmentStatus: null }],
    ['it is cancelled', { state: 'CANCELLED' as const }],
  ])('is not an order when %s', (_when, fields) => {
    expect(isLate({ ...order, ...fields }, now)).toBe(false);
  });
});
