import { Cluster, Redis, type RedisOptions } from 'ioredis';
import type { Logger } from '../log/logger.ts';

export type RedisConnection = Redis | Cluster;

/**
 * `producer` fails at once while Redis is away, and soon while it stands still (a caller decides what that means);
 * `worker` waits for it for ever. BullMQ asks for exactly these settings (docs.bullmq.io, going-to-production).
 */
export type RedisRole = 'producer' | 'worker';

const RECONNECT_AT_MOST_MS = 2_000;
/** A server that is stopped, not closed, keeps its connections and answers nothing. Workers block in Redis on purpose, so only producers. */
const ANSWER_WITHIN_MS = 2_000;

/** A connection to one host, or to a cluster where `url` names several, comma separated. Errors are logged, never thrown from the air. */
export function connectRedis(url: string, role: RedisRole, log: Logger): RedisConnection {
  const options = {
    maxRetriesPerRequest: role === 'worker' ? null : 1,
    enableOfflineQueue: role === 'worker',
    retryStrategy: (times: number) => Math.min(times * 100, RECONNECT_AT_MOST_MS),
    ...(role === 'producer' && { commandTimeout: ANSWER_WITHIN_MS }),
  };
  const [first = '', ...others] = url.split(',').map((node) => node.trim());
  const connection =
    others.length > 0
      ? new Cluster([first, ...others], {
          redisOptions: { ...options, ...signInOf(first) },
          enableOfflineQueue: options.enableOfflineQueue,
          clusterRetryStrategy: options.retryStrategy,
        })
      : new Redis(url, options);
  connection.on('error', (error: Error) => log.warn({ err: error, role }, 'redis.error'));
  return connection;
}

/** A cluster names its other nodes by host and port alone: how to sign in to them is what the first address says. */
function signInOf(url: string): Pick<RedisOptions, 'username' | 'password' | 'tls'> {
  if (!url.includes('://')) return {};
  const { protocol, username, password } = new URL(url);
  return {
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' && { tls: {} }),
  };
}

/** Closes a connection without waiting for a server that is away or stands still. */
export async function closeRedis(connection: RedisConnection): Promise<void> {
  if (connection.status !== 'ready') return connection.disconnect();
  const late = setTimeout(() => connection.disconnect(), ANSWER_WITHIN_MS);
  // A connection that is cut meanwhile is closed as well.
  await connection.quit().catch(() => connection.disconnect());
  clearTimeout(late);
}
