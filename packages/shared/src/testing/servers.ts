import { readTestEnv } from './env.ts';

export type TestServers = { databaseUrl: string; redisUrl: string };

/** The servers that the test run started (vitest's global set-up). */
export function testServers(): TestServers {
  const env = readTestEnv();
  return { databaseUrl: env.TEST_DATABASE_URL, redisUrl: env.TEST_REDIS_URL };
}
