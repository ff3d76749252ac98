import { NumberLiteral } from '../../json/parse-exact.ts';
import { parseMoney } from '../../domain/money.ts';
import { QuantitySchema } from '../../domain/order-snapshot.ts';

/** Value as `parseExactJson` gives it → value of a fact. `undefined`: nothing was told. Throws where the value has no such meaning. */
export type Transform = (value: unknown) => unknown;

export const transforms = {
  /** A text; null where it is blank. */
  text: (value) => nullIfBlank(readText(value)),
  /** A code that people type: trimmed, null where it is blank. */
  code: (value) => readText(value)?.trim() || null,
  /** A text that must not be blank; blank is nothing told. */
  name: (value) => readText(value)?.trim() || undefined,
  /** A decimal, exactly as it was written; null is nothing told. */
  money: (value) => (value === null ? undefined : parseMoney(readText(value) ?? '')),
  quantity: (value) => (value === null ? undefined : QuantitySchema.parse(parseMoney(readText(value) ?? ''))),
  /** Epoch seconds; 0 and null say that there is none. */
  instant: (value) => toInstant(readText(value)),
  flag: (value) => (typeof value === 'boolean' ? value : undefined),
} as const satisfies Record<string, Transform>;

export type TransformName = keyof typeof transforms;

const nullIfBlank = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text);

/** PostgreSQL takes neither NUL nor half a surrogate pair. */
function readText(value: unknown): string | null {
  const text = value instanceof NumberLiteral ? value.text : value;
  if (typeof text === 'string') return text.replaceAll('\u0000', '').toWellFormed();
  if (text === null) return null;
  throw new TypeError(`a text or number was expected, not ${typeof text}`);
}

function toInstant(text: string | null): string | null {
  if (text === null || text === '' || /^0+(\.0+)?$/.test(text)) return null;
  const seconds = Number(text);
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > 99_999_999_999) throw new TypeError(`"${text}" are no epoch seconds`);
  return new Date(seconds * 1000).toISOString();
}
