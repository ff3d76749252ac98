import { z } from 'zod';

/** Free text: the database keeps neither NUL nor half a character. */
export const TextSchema = z.string().refine((text) => text.isWellFormed() && !text.includes('\0'), 'holds a character that cannot be kept');

/** Ids are 64-bit in the database and text in JSON; 18 digits always fit. One way to write each. */
export const IdSchema = z.string().regex(/^[1-9]\d{0,17}$/, 'must be an id: digits only, without a leading zero');
export const IdParamsSchema = z.object({ id: IdSchema });

/** An instant, ISO 8601 with offset. */
export const TimeSchema = z.iso.datetime({ offset: true });

/** A quantity: at most 3 decimals. */
export const QuantityNumberSchema = z.number().meta({ description: 'At most 3 decimals.' });

export const LabelSchema = z.object({ vi: z.string(), en: z.string() });

const split = (text: string): string[] => [...new Set(text.split(',').map((part) => part.trim()))].filter(Boolean);

const MAX_VALUES = 50;
const SHOWN_CHARACTERS = 40;

/** A filter that takes several values, separated by commas. A refusal names the filter, says which value is wrong, and what it may be. */
export function listOf<S extends z.ZodType<string, string>>(item: S, values?: readonly string[]) {
  return z
    .string()
    .transform((text, context) => {
      const parts = split(text);
      if (parts.length > MAX_VALUES) context.addIssue({ code: 'custom', message: `takes at most ${MAX_VALUES} values` });
      return parts.slice(0, MAX_VALUES).flatMap((part): z.output<S>[] => {
        const read = item.safeParse(part);
        if (read.success) return [read.data];
        const wrong = values ? `is none of: ${values.join(', ')}` : read.error.issues[0]?.message;
        context.addIssue({ code: 'custom', message: `"${part.slice(0, SHOWN_CHARACTERS)}" ${wrong ?? 'is wrong'}` });
        return [];
      });
    })
    .meta({ description: `One or several, separated by commas.${values ? ` Each of: ${values.join(', ')}.` : ''}` });
}

const VIETNAM_OFFSET = '+07:00';
const FIRST_INSTANT = Date.parse(`1970-01-01T00:00:00${VIETNAM_OFFSET}`);
const END_OF_INSTANTS = Date.parse(`2201-01-01T00:00:00${VIETNAM_OFFSET}`);

/** Years that an order can be of; beyond them dates are written otherwise, here and in the database. */
export const isUsualTime = (time: Date): boolean => time.getTime() >= FIRST_INSTANT && time.getTime() < END_OF_INSTANTS;

/** An instant with offset, or a date, which is its midnight in Vietnam. A "+" that arrived as a blank is read as "+". */
export const InstantOrDateSchema = z
  .string()
  .transform((text) => text.replace(' ', '+'))
  .pipe(z.union([z.iso.datetime({ offset: true }), z.iso.date()], 'must be a date or a time with offset, such as 2026-11-24T00:00:00+07:00'))
  .transform((text) => new Date(text.includes('T') ? text : `${text}T00:00:00${VIETNAM_OFFSET}`))
  .refine(isUsualTime, 'must lie between 1970 and 2200');

export const FlagSchema = z.enum(['true', 'false']).transform((text) => text === 'true');
