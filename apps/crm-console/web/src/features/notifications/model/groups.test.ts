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
    expect(ordersOf({ kind: 'unknown_status', channel: 'shopee', storeId: '7', params: { word: 'LOST', code: '2611' } })).toEqual({ channel: ['shopee'], storeId: ['7'], channelStatus: ['LOST'] });
    expect(ordersOf({ kind: 'unknown_status', channel: 'shopee', storeId: null, params: { word: 'LOST' } })).toEqual({ channel: ['shopee'], channelStatus: ['LOST'] });
    expect(ordersOf({ kind: 'order_unavailable', channel: 'shopee', storeId: '7', params: { code: '2611', reason: 'x' } })).toEqual({ storeId: ['7'], q: '2611' });
    expect(ordersOf({ kind: 'store_silent', channel: 'shopee', storeId: '7', params: {} })).toBeUndefined();
  });
});
