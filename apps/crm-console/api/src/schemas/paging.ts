import { z } from 'zod';
import { IdSchema, isUsualTime } from './primitives.ts';

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 200;

export const nextCursorSchema = z.string().nullable().meta({ description: 'Null on the last page.' });

export const listResponse = <S extends z.ZodType>(item: S) => z.object({ items: z.array(item), nextCursor: nextCursorSchema });

/** Where a page ended: the key that it is ordered by, a time and an id. */
const CursorSchema = z.tuple([z.iso.datetime().refine((text) => isUsualTime(new Date(text)), 'must lie between 1970 and 2200').nullable(), IdSchema]);
export type Cursor = { at: Date | null; id: string };

export function encodeCursor({ at, id }: Cursor): string {
  return Buffer.from(JSON.stringify([at?.toISOString() ?? null, id])).toString('base64url');
}

const CursorTextSchema = z
  .string()
  .max(200)
  .transform((text, context) => {
    const cursor = decodeCursor(text);
    if (!cursor) context.addIssue({ code: 'custom', message: 'is not a cursor of this list' });
    return cursor ?? z.NEVER;
  })
  .meta({ description: '`nextCursor` of the page before; opaque.' });

export const PageQuerySchema = z.object({
  cursor: CursorTextSchema.optional(),
  limit: z.coerce.number('must be a number').int('must be a whole number').min(1, 'must be at least 1').max(MAX_LIMIT, `must be at most ${MAX_LIMIT}`).default(DEFAULT_LIMIT),
});

/** The other way round; undefined where the text is no cursor of ours. */
export function decodeCursor(text: string): Cursor | undefined {
  try {
    const [at, id] = CursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { at: at === null ? null : new Date(at), id };
  } catch {
    return undefined;
  }
}
