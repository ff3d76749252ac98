import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createChildren } from '../process/children.ts';
import { freePort } from '../process/ports.ts';
import { createUnits } from '../process/units.ts';
import { postgresUnit, postgresUrl } from './postgres.ts';
import { redisUnit, redisUrl } from './redis.ts';

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
  const units = createUnits();
  const stop = async (): Promise<void> => {
    await units.stopAll();
    children.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const common = { children, folder, throwaway: true };
  const password = randomBytes(12).toString('hex');
  const ports = { postgres: await freePort(), redis: await freePort() };
  try {
    await units.startGroup([
      ...(given.databaseUrl ? [] : [postgresUnit({ ...common, port: ports.postgres, password })]),
      ...(given.redisUrl ? [] : [redisUnit({ ...common, port: ports.redis })]),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    databaseUrl: given.databaseUrl ?? postgresUrl(ports.postgres, password),
    redisUrl: given.redisUrl ?? redisUrl(ports.redis),
    stop,
  };
}
