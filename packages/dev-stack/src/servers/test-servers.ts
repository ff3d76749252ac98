import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createChildren } from '../process/children.ts';
import { freePort } from '../process/free-port.ts';
import { type Server, startPostgres } from './postgres.ts';
import { startRedis } from './redis.ts';

export type TestServers = {
  databaseUrl: string;
  redisUrl: string;
  stop(): Promise<void>;
};

/**
 * A PostgreSQL and a Redis for a run of tests, in a temporary folder that `stop` removes.
 * Servers that are given are used as they are, and left running.
 */
export async function startTestServers(given: { databaseUrl?: string | undefined; redisUrl?: string | undefined }): Promise<TestServers> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dongbo-test-'));
  chmodSync(folder, 0o711); // where we are root, PostgreSQL runs as another user
  const children = createChildren();
  const own: Server[] = [];
  const keep = (server: Server): string => {
    own.push(server);
    return server.url;
  };
  const stop = async (): Promise<void> => {
    await Promise.all(own.map((server) => server.child.stop(10_000)));
    children.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const common = { children, folder, throwaway: true };
  const password = randomBytes(12).toString('hex');
  try {
    const [databaseUrl, redisUrl] = await Promise.all([
      given.databaseUrl ?? freePort().then((port) => startPostgres({ ...common, port, password })).then(keep),
      given.redisUrl ?? freePort().then((port) => startRedis({ ...common, port })).then(keep),
    ]);
    return { databaseUrl, redisUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
