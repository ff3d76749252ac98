import { databaseEnv, logEnv, managementEnv, redisEnv, secretsEnv, shopeeEnv } from 'shared/config/fragments';
import { parseEnv } from 'shared/config/parse-env';
import { z } from 'zod';

const EnvSchema = z.object({ ...logEnv, ...managementEnv, ...databaseEnv, ...redisEnv, ...secretsEnv, ...shopeeEnv });
export type Env = Readonly<z.infer<typeof EnvSchema>>;

export const readEnv = (): Env => parseEnv(EnvSchema, process.env);
