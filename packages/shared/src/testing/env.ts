import { z } from 'zod';
import { databaseEnv, redisEnv } from '../config/fragments.ts';
import { parseEnv } from '../config/parse-env.ts';

const TestEnvSchema = z.object({ TEST_DATABASE_URL: databaseEnv.DATABASE_URL, TEST_REDIS_URL: redisEnv.REDIS_URL });

export const readTestEnv = (): Readonly<z.infer<typeof TestEnvSchema>> => parseEnv(TestEnvSchema, process.env);
