import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch } from '../../../lib/search-params.ts';
import { conditionsOf, countsQuery, listQuery, parseOrderSearch, withoutCondition } from './order-search.ts';

describe('the address of the list', () => {
  it('comes back the same from what it is written as', () => {
    const search = parseOrderSearch({
      tab: 'CANCELLING', channel: 'shopee,lazada', storeId: '1,22', channelStatus: 'READY_TO_SHIP', paymentStatus: 'UNPAID', problem: 'LATE', q: ' 2611 ', from: '2026-11-18', to: '2026-11-25', sort: 'placed',
    });
    expect(parseOrderSearch(parseSearch(stringifySearch(search)))).toEqual(search);
    expect(listQuery(search)).toEqual({
      state: 'CANCELLING', channel: 'shopee,lazada', storeId: '1,22', channelStatus: 'READY_TO_SHIP', paymentStatus: 'UNPAID', problem: 'LATE', q: '2611', from: '2026-11-18', to: '2026-11-25', sort: 'placed',
    });
  });

  it('leaves defaults out, and drops what it does not understand', () => {
    expect(parseOrderSearch({ tab: 'all', sort: '-placed', channel: 'amazon', storeId: 'x', problem: ['LATE', 'LATE', 7], q: '  ', from: 'yesterday', to: '2026-13-40', cursor: 'x' })).toEqual({ problem: ['LATE'] });
    expect(listQuery({})).toEqual({});
  });

  it('drops what the API would refuse: a day that no calendar has, a year too far, an id written otherwise', () => {
    for (const day of ['2026-02-31', '2026-02-29', '2026-00-10', '0001-01-01', '1969-12-31', '2201-01-01']) expect(parseOrderSearch({ from: day, to: day })).toEqual({});
    expect(parseOrderSearch({ from: '2028-02-29', to: '2200-12-31' })).toEqual({ from: '2028-02-29', to: '2200-12-31' });
    expect(parseOrderSearch({ storeId: '007,7,0' })).toEqual({ storeId: ['7'] });
    expect(parseOrderSearch({ q: 'a\u0000b', channelStatus: 'X\ud800' })).toEqual({ q: 'ab', channelStatus: ['X'] });
  });

  it.each([
    ['NOT_SHIPPED', { fulfilmentStatus: 'NOT_SHIPPED' }],
    ['CANCELLED', { fulfilmentStatus: 'CANCELLED' }],
    ['RETURNING', { state: 'RETURNING' }],
  ] as const)('the tab %s asks for %j, and counts do not', (tab, query) => {
    expect(listQuery({ tab })).toEqual(query);
    expect(countsQuery({ tab, sort: 'placed' })).toEqual({});
  });

  it('counts conditions as a person does, and drops one at a time', () => {
    const search = parseOrderSearch({ tab: 'NOT_SHIPPED', from: '2026-11-18', to: '2026-11-25', q: '2611', sort: 'placed' });
    expect(conditionsOf(search)).toEqual(['tab', 'q', 'placed']);
    expect(withoutCondition(search, 'placed')).toEqual({ tab: 'NOT_SHIPPED', q: '2611', sort: 'placed' });
    expect(withoutCondition(search, 'tab')).not.toHaveProperty('tab');
  });
});
