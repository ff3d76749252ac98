import { z } from 'zod';
import { databaseEnv } from './config/fragments.ts';
import { parseEnv } from './config/parse-env.ts';

/** The environment of this package's scripts; services have an `env.ts` of their own. */
export const readDatabaseEnv = (): Readonly<{ DATABASE_URL: string }> =>
  parseEnv(z.object({ DATABASE_URL: databaseEnv.DATABASE_URL }), process.env);
