import { describe, expect, it } from 'vitest';
import { causeOf } from './cause-of.ts';

describe('causeOf', () => {
  it('is the same for two orders with the same trouble', () => {
    expect(causeOf('Order 260714TESTA001 is not of shop 620000001')).toBe(causeOf('Order 260714TESTB002 is not of shop 620000002'));
  });

  it('tells two troubles apart', () => {
    expect(causeOf('update_time is missing')).not.toBe(causeOf('order_sn is missing'));
  });

  it('is short, however long the reason', () => {
    expect(causeOf('a b '.repeat(500)).length).toBeLessThanOrEqual(120);
  });
});
