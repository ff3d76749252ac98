import { parseMoney } from 'shared/domain/money';

/** Text as people typed it: blank is nothing. PostgreSQL takes neither NUL nor half a surrogate pair. */
export const given = (text: string): string | null => (text.trim() === '' ? null : text.replaceAll('\u0000', '').toWellFormed());

/** A code or a name: trimmed, and blank is nothing. */
export const trimmed = (text: string): string | null => given(text)?.trim() ?? null;

/** Decimals are the same however they are written: `1004.0` and `1004.00` are `1004`. Exact; no float in between. */
export const decimal = (text: string | null | undefined): string | null => (text === null || text === undefined ? null : parseMoney(text));

export const instant = (seconds: number | null): string | null => (seconds === null ? null : new Date(seconds * 1_000).toISOString());

/** Shopee writes 0 for an id that there is not. */
export const idOrNull = (text: string): string | null => (text === '0' ? null : text);
