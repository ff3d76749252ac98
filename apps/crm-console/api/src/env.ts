import { apiKeyEnv, databaseEnv, firstOwnerEnv, httpEnv, logEnv, managementEnv, originOf, proxyEnv, redisEnv, secretsEnv } from 'shared/config/fragments';
import { parseEnv } from 'shared/config/parse-env';
import { z } from 'zod';

const EnvSchema = z
  .object({
    ...httpEnv(3700),
    ...managementEnv,
    ...databaseEnv,
    ...redisEnv,
    ...logEnv,
    ...secretsEnv,
    ...proxyEnv,
    ...firstOwnerEnv,
    ...apiKeyEnv,
    PUBLIC_CONSOLE_URL: originOf('where staff open the console'),
  })
  .refine((env) => (env.CONSOLE_ADMIN_EMAIL === undefined) === (env.CONSOLE_ADMIN_PASSWORD === undefined), {
    path: ['CONSOLE_ADMIN_PASSWORD'],
    message: 'goes together with CONSOLE_ADMIN_EMAIL: give both or neither',
  });

export type Env = Readonly<z.infer<typeof EnvSchema>>;

/** The only reader of `process.env` in this service. */
export const readEnv = (source: Record<string, string | undefined> = process.env): Env => parseEnv(EnvSchema, source);
