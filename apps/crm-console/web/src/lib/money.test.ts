import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDecimal, formatMoney, formatNumber } from './money.ts';

const nbsp = '\u00a0';

describe('an amount', () => {
  it.each([
    ['1234500', 'VND', `1.234.500${nbsp}₫`, '₫1,234,500'],
    ['0', 'VND', `0${nbsp}₫`, '₫0'],
    ['-189000', 'VND', `−189.000${nbsp}₫`, '−₫189,000'],
    ['31.990', 'SGD', `31,99${nbsp}SGD`, `31.99${nbsp}SGD`],
    ['12960000000000000000000.5', 'VND', `12.960.000.000.000.000.000.000,5${nbsp}₫`, '₫12,960,000,000,000,000,000,000.5'],
    ['999', null, '999', '999'],
    [null, 'VND', '—', '—'],
  ])('%s %s reads %s, in English %s', (text, currency, vi, en) => {
    expect([formatMoney(text, currency, 'vi'), formatMoney(text, currency, 'en')]).toEqual([vi, en]);
  });

  it('keeps every digit, however long', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n }), (units) => formatDecimal(String(units), 'vi').replaceAll('.', '') === String(units)));
  });

  it('writes quantities the same way', () => {
    expect([formatNumber(12_486, 'vi'), formatNumber(1.5, 'vi'), formatNumber(1.5, 'en')]).toEqual(['12.486', '1,5', '1.5']);
  });
});
