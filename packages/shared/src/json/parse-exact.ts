import { z } from 'zod';
import { AppError } from '../errors/app-error.ts';

/** A number of a JSON text as it was written: `1004.0`, `9007199254740993`. A JavaScript number could not hold it. */
export class NumberLiteral {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/**
 * Reads JSON without losing a digit: every number becomes a `NumberLiteral` (R3; ids of marketplaces pass 2^53).
 * Throws `AppError JSON_UNREADABLE`.
 */
export function parseExactJson(text: string): unknown {
  try {
    return JSON.parse(text, reviveNumber);
  } catch {
    // The parser's message quotes the text, and a buyer with it.
    throw new AppError({ code: 'JSON_UNREADABLE', details: { characters: text.length } });
  }
}

// The third argument is "JSON.parse source text access" (TC39), which Node has had since 21; TypeScript 6's library lacks it.
function reviveNumber(_key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' ? new NumberLiteral(context?.source ?? String(value)) : value;
}

const literal = z.instanceof(NumberLiteral).transform(({ text }) => text);

/** Schemas for what marketplaces write: a number may come as text and the other way round. */
export const wire = {
  /** An id or a decimal, number or text → text. */
  text: z.union([literal, z.string()]),
  /** A whole number within JavaScript's safe range. */
  integer: z.union([literal, z.string()]).pipe(z.coerce.number<string>().int()),
  /** Epoch seconds; 0 and null mean none. */
  epochSeconds: z
    .union([literal, z.string()])
    .nullable()
    .pipe(z.coerce.number<string | null>().int().min(0).max(99_999_999_999))
    .transform((seconds) => (seconds === 0 ? null : seconds)),
};
