import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Redis } from 'ioredis';
import type { Children } from '../process/children.ts';
import { waitUntilReady } from '../process/wait-until.ts';
import type { Server } from './postgres.ts';
import { searchPath } from '../env.ts';
import { findOnPath } from '../process/find-on-path.ts';

export type RedisOptions = {
  children: Children;
  /** Holds `redis/` (the data) and `logs/redis.log`. */
  folder: string;
  port: number;
  throwaway: boolean;
};

/** Redis of our own on 127.0.0.1, with the two settings that the queues rely on: nothing is evicted, and it survives a restart. */
export async function startRedis({ children, folder, port, throwaway }: RedisOptions): Promise<Server> {
  const data = path.join(folder, 'redis');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const keeping = throwaway ? ['--appendonly', 'no'] : ['--appendonly', 'yes'];
  const child = await children.start({
    name: 'redis',
    command: redisServer(),
    args: ['--port', String(port), '--bind', '127.0.0.1', '--dir', data, '--maxmemory-policy', 'noeviction', '--save', '', ...keeping],
    env: {},
    cwd: data,
    logFile: path.join(folder, 'logs/redis.log'),
    stopSignal: 'SIGTERM',
  });
  const url = `redis://127.0.0.1:${port}`;
  await waitUntilReady(child, () => answersPing(url), 30_000);
  return { url, child };
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
