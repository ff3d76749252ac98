import { addDecimals, multiplyDecimals, negateDecimal } from '../../../lib/decimal.ts';
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

const times = (price: string | null, quantity: number): string | null => (price === null ? null : multiplyDecimals(price, String(quantity)));

function sum(amounts: readonly (string | null)[]): string | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === amounts.length && known.length > 0 ? addDecimals(known) : null;
}
