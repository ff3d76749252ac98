import { describe, expect, it } from 'vitest';
import { ordersOf } from './orders-of.ts';
import { isForPerson } from './groups.ts';

describe('a notification', () => {
  it('waits for a person while it is open and has a remedy', () => {
    expect(isForPerson({ remedy: 'Bấm Thử lại.', resolvedAt: null })).toBe(true);
    expect(isForPerson({ remedy: '', resolvedAt: null })).toBe(false);
    expect(isForPerson({ remedy: 'Bấm Thử lại.', resolvedAt: '2026-11-24T00:00:00Z' })).toBe(false);
  });

  it('leads to the orders that it is about', () => {
    expect(ordersOf({ kind: 'unknown_status', channel: 'shopee', params: { word: 'LOST', code: '2611' } })).toEqual({ channel: ['shopee'], channelStatus: ['LOST'] });
    expect(ordersOf({ kind: 'order_unavailable', channel: 'shopee', params: { code: '2611', reason: 'x' } })).toEqual({ q: '2611' });
    expect(ordersOf({ kind: 'store_silent', channel: 'shopee', params: {} })).toBeUndefined();
  });
});
