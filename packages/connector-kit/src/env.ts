import { databaseEnv, secretsEnv } from 'shared/config/fragments';
import { parseEnv } from 'shared/config/parse-env';
import { z } from 'zod';

const ScriptEnvSchema = z.object({ DATABASE_URL: databaseEnv.DATABASE_URL, ...secretsEnv });

/** The environment of this package's scripts; the connectors have an `env.ts` of their own. */
export const readScriptEnv = (): Readonly<z.infer<typeof ScriptEnvSchema>> => parseEnv(ScriptEnvSchema, process.env);
