import { z } from 'zod';

/** Ids are 64-bit in the database and text in JSON; 18 digits always fit. */
export const IdSchema = z.string().regex(/^\d{1,18}$/, 'must be an id: digits only');
export const IdParamsSchema = z.object({ id: IdSchema });

/** An instant, ISO 8601 with offset. */
export const TimeSchema = z.iso.datetime({ offset: true });

/** A quantity: at most 3 decimals. */
export const QuantityNumberSchema = z.number().meta({ description: 'At most 3 decimals.' });

export const LabelSchema = z.object({ vi: z.string(), en: z.string() });

const split = (text: string): string[] => [...new Set(text.split(',').map((part) => part.trim()))].filter(Boolean);

/** A filter that takes several values, separated by commas. */
export function listOf<S extends z.ZodType<string, string>>(item: S, values?: readonly string[]) {
  return z
    .string()
    .transform(split)
    .pipe(z.array(item).max(50))
    .meta({ description: `One or several, separated by commas.${values ? ` Each of: ${values.join(', ')}.` : ''}` });
}

const VIETNAM_OFFSET = '+07:00';

/** An instant with offset, or a date, which is its midnight in Vietnam. A "+" that arrived as a blank is read as "+". */
export const InstantOrDateSchema = z
  .string()
  .transform((text) => text.replace(' ', '+'))
  .pipe(z.union([z.iso.datetime({ offset: true }), z.iso.date()], 'must be a date or a time with offset, such as 2026-11-24T00:00:00+07:00'))
  .transform((text) => new Date(text.includes('T') ? text : `${text}T00:00:00${VIETNAM_OFFSET}`));

export const FlagSchema = z.enum(['true', 'false']).transform((text) => text === 'true');
