import { expect, it } from 'vitest';
import { parseSearch, stringifySearch } from './search-params.ts';

it('writes addresses that people can read, and reads them back as text', () => {
  const search = { channel: ['shopee', 'lazada'], q: '2611 24&x=1', from: '2026-11-18', none: undefined, empty: [] };
  expect(stringifySearch(search)).toBe('?channel=shopee,lazada&q=2611%2024%26x%3D1&from=2026-11-18');
  expect(parseSearch(stringifySearch(search))).toEqual({ channel: 'shopee,lazada', q: '2611 24&x=1', from: '2026-11-18' });
  expect(stringifySearch({})).toBe('');
});
