import { AppError } from 'shared/errors/app-error';
import type { z } from 'zod';

/** A control request; what is wrong is named field by field. */
export function parseControl<S extends z.ZodType>(schema: S, given: unknown): z.infer<S> {
  const result = schema.safeParse(given ?? {});
  if (result.success) return result.data;
  const fields = Object.fromEntries(result.error.issues.map((issue) => [issue.path.join('.') || 'body', issue.message]));
  throw new AppError({ code: 'VALIDATION_FAILED', details: { fields } });
}

export function refuse(field: string, message: string): AppError {
  return new AppError({ code: 'VALIDATION_FAILED', details: { fields: { [field]: message } } });
}

export function notFound(field: string, message: string): AppError {
  return new AppError({ code: 'NOT_FOUND', details: { fields: { [field]: message } } });
}
