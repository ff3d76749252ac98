import { type Money, parseMoney } from 'shared/domain/money';

/** Numbers leave the database as text, so that no amount passes through a float. */
export const moneyOrNull = (text: string | null): Money | null => (text === null ? null : parseMoney(text));
export const timeOrNull = (time: Date | null): string | null => time?.toISOString() ?? null;
