import { databaseEnv, httpEnv, logEnv, managementEnv, originOf, redisEnv, shopeeEnv } from 'shared/config/fragments';
import { parseEnv } from 'shared/config/parse-env';
import { z } from 'zod';

const DEFAULT_PORT = 3600;

const EnvSchema = z.object({
  ...logEnv,
  ...managementEnv,
  ...httpEnv(DEFAULT_PORT),
  ...databaseEnv,
  ...redisEnv,
  PUBLIC_WEBHOOK_URL: originOf('as typed into the marketplaces’ consoles: it is part of what is signed'),
  SHOPEE_PARTNER_KEY: shopeeEnv.SHOPEE_PARTNER_KEY,
  /** The key of Shopee's push page; without it only the API key is tried. */
  SHOPEE_PUSH_KEY: z.string().min(1).optional(),
});
export type Env = Readonly<z.infer<typeof EnvSchema>>;

export const readEnv = (): Env => parseEnv(EnvSchema, process.env);
