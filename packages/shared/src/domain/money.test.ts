import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { addMoney, compareMoney, type Money, multiplyMoney, parseMoney } from './money.ts';

describe('money', () => {
  it.each([
    ['125000', '125000'], ['125000.00', '125000'], ['1004.0', '1004'], ['31.99', '31.99'], ['3.4e5', '340000'], ['-0', '0'],
    ['9007199254740993', '9007199254740993'], ['0.1', '0.1'], ['123456789012345678901234.05', '123456789012345678901234.05'],
  ])('reads %s as %s', (text, expected) => {
    expect(parseMoney(text)).toBe(expected);
  });

  it.each(['', 'abc', 'NaN', 'Infinity', '1,000', '0x10', '1 000', '****'])('refuses "%s"', (text) => {
    expect(() => parseMoney(text)).toThrow('MONEY_INVALID');
  });

  it('adds where a float would not: 0.1 + 0.2 = 0.3', () => {
    expect(addMoney([parseMoney('0.1'), parseMoney('0.2')])).toBe('0.3');
  });

  it('multiplies a price by a quantity', () => {
    expect(multiplyMoney(parseMoney('31.99'), '3')).toBe('95.97');
  });

  it('cannot be made from a bare string', () => {
    expectTypeOf<string>().not.toExtend<Money>();
  });

  it('adds in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n })), (amounts) => {
        const sum = addMoney(amounts.map((amount) => parseMoney(String(amount))));
        expect(sum).toBe(String(amounts.reduce((a, b) => a + b, 0n)));
        expect(compareMoney(sum, addMoney(amounts.toReversed().map((amount) => parseMoney(String(amount)))))).toBe(0);
      }),
    );
  });
});
