import { describe, expect, it } from 'vitest';
import { decimal, given, idOrNull, instant, trimmed } from './values.ts';

describe('values as they are expected', () => {
  it('take blank text as nothing, and leave the rest as people typed it', () => {
    expect(['', ' \t', ' Gọi 🎁 '].map(given)).toEqual([null, null, ' Gọi 🎁 ']);
    expect(['', ' \t', ' SKU-1 '].map(trimmed)).toEqual([null, null, 'SKU-1']);
  });

  it('lack what PostgreSQL cannot hold', () => {
    expect(given('a\u0000b \ud800')).toBe('ab \ufffd');
  });

  it('compare decimals by value, beyond what a float holds', () => {
    expect(['1004.0', '1004.00', '9007199254740993.10', '1e3'].map(decimal)).toEqual(['1004', '1004', '9007199254740993.1', '1000']);
    expect([null, undefined].map(decimal)).toEqual([null, null]);
  });

  it('have no time and no id where the marketplace has none', () => {
    expect([null, 1784000300].map(instant)).toEqual([null, '2026-07-14T03:38:20.000Z']);
    expect(['0', '710000000011'].map(idOrNull)).toEqual([null, '710000000011']);
  });
});
