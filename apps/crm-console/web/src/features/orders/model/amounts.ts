import { addDecimals, isZeroDecimal, multiplyDecimals, negateDecimal } from '../../../lib/decimal.ts';
import type { OrderLine } from './order.ts';

type Priced = Pick<OrderLine, 'quantity' | 'quotedPrice' | 'salePriceVat'>;

/** What a line costs; null where the marketplace gave no price. */
export const lineAmount = ({ quantity, salePriceVat }: Priced): string | null => times(salePriceVat, quantity);

export type Sums = { quoted: string | null; goods: string | null; lineDiscount: string | null };

/** The lines together: before and after what was taken off the price. A missing price makes its sum unknown, not smaller. */
export function sumsOf(lines: readonly Priced[]): Sums {
  const quoted = sum(lines.map(({ quotedPrice, quantity }) => times(quotedPrice, quantity)));
  const goods = sum(lines.map(lineAmount));
  const lineDiscount = quoted === null || goods === null ? null : addDecimals([goods, negateDecimal(quoted)]);
  return { quoted, goods, lineDiscount };
}

type Totals = { totalAmount: string | null; shippingFee: string | null; discount: string | null };

/** What the marketplace's total has that goods, shipping and discount do not explain; null where it is not known or nothing. */
export function unexplained(goods: string | null, { totalAmount, shippingFee, discount }: Totals): string | null {
  if (goods === null || totalAmount === null) return null;
  const rest = addDecimals([totalAmount, negateDecimal(goods), negateDecimal(shippingFee ?? '0'), discount ?? '0']);
  return isZeroDecimal(rest) ? null : rest;
}

const times = (price: string | null, quantity: number): string | null => (price === null ? null : multiplyDecimals(price, String(quantity)));

function sum(amounts: readonly (string | null)[]): string | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === amounts.length && known.length > 0 ? addDecimals(known) : null;
}
