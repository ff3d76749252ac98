import { randomBytes } from 'node:crypto';
import { closeRedis, connectRedis, type RedisConnection, type RedisRole } from '../queue/redis.ts';
import { silentLog } from './log.ts';
import { testServers } from './servers.ts';

export type TestRedis = {
  /** Goes before every key, so that tests do not meet. */
  namespace: string;
  connect(role: RedisRole): RedisConnection;
  /** Deletes the namespace's keys and closes the connections. */
  close(): Promise<void>;
};

export function createTestRedis(): TestRedis {
  const namespace = `test-${randomBytes(6).toString('hex')}`;
  const connections: RedisConnection[] = [];
  const connect = (role: RedisRole): RedisConnection => {
    const connection = connectRedis(testServers().redisUrl, role, silentLog);
    connections.push(connection);
    return connection;
  };
  return {
    namespace,
    connect,
    async close() {
      const sweeper = connect('worker');
      const keys = await sweeper.keys(`${namespace}*`);
      if (keys.length > 0) await sweeper.del(...keys);
      await Promise.all(connections.map(closeRedis));
    },
  };
}
