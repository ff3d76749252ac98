import type { TestProject } from 'vitest/node';
import { givenTestServers } from './src/env.ts';
import { startTestServers } from './src/servers/test-servers.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string;
    redisUrl: string;
  }
}

/**
 * Vitest's global set-up of the kinds `int` and `e2e`: tests find the servers with `inject('databaseUrl')` and
 * `inject('redisUrl')`, child processes in TEST_DATABASE_URL and TEST_REDIS_URL. One pair for the whole run.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = ownOrShared();
  const { databaseUrl, redisUrl, stop } = await running.servers;
  project.provide('databaseUrl', databaseUrl);
  project.provide('redisUrl', redisUrl);
  process.env['TEST_DATABASE_URL'] = databaseUrl;
  process.env['TEST_REDIS_URL'] = redisUrl;
  return async () => {
    if (running.isOwner) await stop();
  };
}

type Running = ReturnType<typeof startTestServers>;
const KEY = Symbol.for('dongbo.test-servers');

/** Each kind has its own set-up and its own copy of this module; the first one starts the servers, the others use them. */
function ownOrShared(): { servers: Running; isOwner: boolean } {
  const global = globalThis as { [KEY]?: Running };
  const shared = global[KEY];
  if (shared) return { servers: shared, isOwner: false };
  const servers = startTestServers(givenTestServers());
  global[KEY] = servers;
  return { servers, isOwner: true };
}
