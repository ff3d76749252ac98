import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDecimals, isZeroDecimal, multiplyDecimals, negateDecimal } from './decimal.ts';

const decimal = fc.tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 999 })).map(([whole, thousandths]) => `${whole}.${String(thousandths).padStart(3, '0')}`);

describe('exact decimals', () => {
  it.each([
    [['0.1', '0.2'], '0.3'],
    [['1218000', '-1407000'], '-189000'],
    [['9007199254740993', '0.01'], '9007199254740993.01'],
    [[], '0'],
  ])('%j add up to %s', (texts, sum) => {
    expect(addDecimals(texts)).toBe(sum);
  });

  it.each([
    ['129000', '3', '387000'],
    ['31.99', '1.5', '47.985'],
    ['0.1', '-0', '0'],
  ])('%s × %s is %s', (a, b, product) => {
    expect(multiplyDecimals(a, b)).toBe(product);
  });

  it('what is added and taken away again leaves nothing', () => {
    fc.assert(fc.property(decimal, decimal, (a, b) => isZeroDecimal(addDecimals([a, b, negateDecimal(a), negateDecimal(b)]))));
  });

  it('refuses what is no decimal number', () => {
    expect(() => addDecimals(['1e3'])).toThrow(RangeError);
  });
});
