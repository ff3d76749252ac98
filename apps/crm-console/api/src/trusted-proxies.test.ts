import { describe, expect, it } from 'vitest';
import { trustedProxies } from './trusted-proxies.ts';

describe('trusted proxies', () => {
  it('are none, so many hops, or addresses', () => {
    expect(trustedProxies(undefined)).toBe(false);
    expect(trustedProxies('10.0.0.0/8, 127.0.0.1')).toEqual(['10.0.0.0/8', '127.0.0.1']);
    const hops = trustedProxies('1');
    expect(typeof hops === 'function' && [hops('203.0.113.9', 0), hops('203.0.113.9', 1)]).toEqual([true, false]);
  });
});
