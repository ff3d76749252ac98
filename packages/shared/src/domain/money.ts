import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { AppError } from '../errors/app-error.ts';

// Exact up to 40 digits: more than any amount or sum of amounts a marketplace sends.
const Exact = Decimal.clone({ precision: 40, toExpNeg: -40, toExpPos: 40 });

/** A decimal in its shortest plain form: `125000`, `31.99`, `-5`. Never a JavaScript number (R3). */
export const MoneySchema = z.string().regex(/^-?\d+(\.\d+)?$/).brand<'Money'>();
export type Money = z.infer<typeof MoneySchema>;

/** Text of a decimal number, also `1004.0` or `3.4e5` as JSON may write it → Money. Throws `AppError MONEY_INVALID`. */
export function parseMoney(text: string): Money {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text.trim())) throw new AppError({ code: 'MONEY_INVALID' });
  return plain(new Exact(text.trim()));
}

export function addMoney(amounts: readonly Money[]): Money {
  return plain(amounts.reduce((sum, amount) => sum.plus(amount), new Exact(0)));
}

export function multiplyMoney(amount: Money, by: string): Money {
  return plain(new Exact(amount).times(by));
}

/** Negative, zero or positive, as `a` is less than, equal to or more than `b`. */
export function compareMoney(a: Money, b: Money): number {
  return new Exact(a).comparedTo(b);
}

function plain(value: Decimal): Money {
  return MoneySchema.parse(value.isZero() ? '0' : value.toFixed());
}
