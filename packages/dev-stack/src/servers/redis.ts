import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Redis } from 'ioredis';
import type { Child, Children } from '../process/children.ts';
import { waitUntilReady } from '../process/wait-until.ts';
import type { Unit } from '../process/units.ts';
import { searchPath } from '../env.ts';
import { findOnPath } from '../process/find-on-path.ts';

export type RedisOptions = {
  children: Children;
  /** Holds `redis/` (the data) and `logs/redis.log`. */
  folder: string;
  port: number;
  /** Data of tests: in memory alone. */
  throwaway: boolean;
};

export const redisUrl = (port: number | undefined): string => `redis://127.0.0.1:${port}`;

/** Redis of our own on 127.0.0.1, with the two settings that the queues rely on: nothing is evicted, and it survives a restart. */
export function redisUnit(options: RedisOptions): Unit {
  const url = redisUrl(options.port);
  return {
    name: 'redis',
    spawn: () => spawnRedis(options),
    ready: (child) => waitUntilReady(child, () => answersPing(url), 30_000),
  };
}

async function spawnRedis({ children, folder, port, throwaway }: RedisOptions): Promise<Child> {
  const data = path.join(folder, 'redis');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const settings = ['--maxmemory-policy', 'noeviction', '--save', '', '--appendonly', throwaway ? 'no' : 'yes'];
  return children.start({
    name: 'redis',
    command: redisServer(),
    args: ['--port', String(port), '--bind', '127.0.0.1', '--dir', data, ...settings],
    env: {},
    cwd: data,
    logFile: path.join(folder, 'logs/redis.log'),
    stopSignal: 'SIGTERM',
  });
}

function redisServer(): string {
  const found = findOnPath('redis-server', searchPath());
  if (!found) throw new Error('redis-server is not installed: install it (apt-get install redis-server, brew install redis), or set REDIS_URL.');
  return found;
}

/** Ready only when its data is loaded: before that it answers LOADING. */
async function answersPing(url: string): Promise<boolean> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return (await redis.ping()) === 'PONG';
  } finally {
    redis.disconnect();
  }
}
