import { z } from 'zod';
import { errors } from './shopee-error.ts';

/** Parses a query or a body; the first thing that is wrong is named in Shopee's way. */
export function parseParams<S extends z.ZodType>(schema: S, given: unknown): z.infer<S> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw errors.param(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`);
}

export const wholeNumber = z
  .string()
  .regex(/^\d{1,15}$/, 'must be a whole number')
  .transform(Number);

export const flag = z.enum(['true', 'false', 'True', 'False']).transform((text) => text.toLowerCase() === 'true');

export const nameList = z.string().transform((text) => new Set(text.split(',').map((name) => name.trim()).filter((name) => name !== '')));
