/** An exact decimal: `units` × 10^−`scale`. Amounts are added and multiplied as whole numbers, never as floats. */
type Decimal = { units: bigint; scale: number };

function parse(text: string): Decimal {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new RangeError(`"${text}" is no decimal number`);
  const [, sign, whole = '0', fraction = ''] = match;
  const units = BigInt(whole + fraction);
  return { units: sign ? -units : units, scale: fraction.length };
}

function print({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  const text = fraction ? `${whole}.${fraction}` : whole;
  return units < 0n && text !== '0' ? `-${text}` : text;
}

const scaled = ({ units, scale }: Decimal, to: number): bigint => units * 10n ** BigInt(to - scale);

export function addDecimals(texts: readonly string[]): string {
  const terms = texts.map(parse);
  const scale = Math.max(0, ...terms.map((term) => term.scale));
  return print({ units: terms.reduce((sum, term) => sum + scaled(term, scale), 0n), scale });
}

export function multiplyDecimals(first: string, second: string): string {
  const [a, b] = [parse(first), parse(second)];
  return print({ units: a.units * b.units, scale: a.scale + b.scale });
}

export const negateDecimal = (text: string): string => multiplyDecimals(text, '-1');
export const isZeroDecimal = (text: string): boolean => parse(text).units === 0n;
