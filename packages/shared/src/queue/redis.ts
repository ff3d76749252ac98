import { Cluster, Redis } from 'ioredis';
import type { Logger } from '../log/logger.ts';

export type RedisConnection = Redis | Cluster;

/**
 * `producer` fails at once while Redis is away (a caller decides what that means); `worker` waits for it for ever.
 * BullMQ asks for exactly these settings (docs.bullmq.io, going-to-production).
 */
export type RedisRole = 'producer' | 'worker';

const RECONNECT_AT_MOST_MS = 2_000;

/** A connection to one host, or to a cluster where `url` names several, comma separated. Errors are logged, never thrown from the air. */
export function connectRedis(url: string, role: RedisRole, log: Logger): RedisConnection {
  const options = {
    maxRetriesPerRequest: role === 'worker' ? null : 1,
    enableOfflineQueue: role === 'worker',
    retryStrategy: (times: number) => Math.min(times * 100, RECONNECT_AT_MOST_MS),
  };
  const nodes = url.split(',').map((node) => node.trim());
  const connection =
    nodes.length > 1
      ? new Cluster(nodes, { redisOptions: options, enableOfflineQueue: options.enableOfflineQueue, clusterRetryStrategy: options.retryStrategy })
      : new Redis(url, options);
  connection.on('error', (error: Error) => log.warn({ err: error, role }, 'redis.error'));
  return connection;
}

/** Closes a connection without waiting for a server that is away. */
export async function closeRedis(connection: RedisConnection): Promise<void> {
  if (connection.status !== 'ready') return connection.disconnect();
  await connection.quit();
}
