import type { z } from 'zod';
import { AppError } from '../errors/app-error.ts';

/** The exit code of a service whose environment is wrong (sysexits.h: EX_CONFIG). */
export const EXIT_CONFIG = 78;

/**
 * Reads the environment into a frozen typed object.
 * Blank values count as absent. Throws `AppError ENV_INVALID` whose `details.faults` names every variable that is wrong.
 */
export function parseEnv<S extends z.ZodType>(schema: S, source: Record<string, string | undefined>): Readonly<z.infer<S>> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const result = schema.safeParse(given);
  if (result.success) return Object.freeze(result.data);
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new AppError({ code: 'ENV_INVALID', details: { faults } });
}
