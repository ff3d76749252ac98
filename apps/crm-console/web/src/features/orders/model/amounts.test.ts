import { describe, expect, it } from 'vitest';
import { lineAmount, sumsOf, unexplained } from './amounts.ts';

const lines = [
  { quantity: 1, quotedPrice: '690000', salePriceVat: '595000' },
  { quantity: 3, quotedPrice: '159000', salePriceVat: '129000' },
  { quantity: 2, quotedPrice: '120000', salePriceVat: '118000' },
];

describe('the amounts of an order', () => {
  it('are exact, line by line and together', () => {
    expect(lines.map(lineAmount)).toEqual(['595000', '387000', '236000']);
    expect(sumsOf(lines)).toEqual({ quoted: '1407000', goods: '1218000', lineDiscount: '-189000' });
    expect(lineAmount({ quantity: 0.3, quotedPrice: null, salePriceVat: '0.1' })).toBe('0.03');
  });

  it('are not known where a price is not, and nothing is guessed', () => {
    expect(sumsOf([...lines, { quantity: 1, quotedPrice: '5', salePriceVat: null }])).toEqual({ quoted: '1407005', goods: null, lineDiscount: null });
    expect(sumsOf([])).toEqual({ quoted: null, goods: null, lineDiscount: null });
  });

  it('say what of the marketplace’s total they do not explain', () => {
    expect(unexplained('1218000', { totalAmount: '1179500', shippingFee: '11500', discount: null })).toBe('-50000');
    expect(unexplained('1218000', { totalAmount: '1179500', shippingFee: '11500', discount: '50000' })).toBeNull();
    expect(unexplained('1218000', { totalAmount: null, shippingFee: null, discount: null })).toBeNull();
  });
});
