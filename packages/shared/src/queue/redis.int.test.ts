import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { defineJob, defineQueue } from '../contracts/define-queue.ts';
import { silentLog } from '../testing/log.ts';
import { createRedisServer, type RedisServer } from '../testing/redis-server.ts';
import { createProducer, type Producer } from './producer.ts';
import { closeRedis, connectRedis, type RedisConnection, type RedisRole } from './redis.ts';

const letters = defineQueue('letters', { send: defineJob({ v: 1, schema: z.object({}), attempts: 1, backoff: { delayMs: 10, jitter: 0 } }) });
const CLUSTER = ['--cluster-enabled', 'yes', '--cluster-announce-ip', '127.0.0.1', '--requirepass', 'open sesame'];

let server: RedisServer;
let opened: RedisConnection[];
let producers: Producer<typeof letters>[];
beforeEach(() => {
  opened = [];
  producers = [];
});
afterEach(async () => {
  await Promise.all(producers.map((producer) => producer.close()));
  await Promise.all(opened.map(closeRedis));
  await server.stop();
});

function connect(url: string, role: RedisRole): RedisConnection {
  const connection = connectRedis(url, role, silentLog);
  opened.push(connection);
  return connection;
}
function producerOn(url: string): Producer<typeof letters> {
  const producer = createProducer(letters, { redis: connect(url, 'producer'), log: silentLog });
  producers.push(producer);
  return producer;
}
const adds = (producer: Producer<typeof letters>) => vi.waitFor(async () => expect(await producer.add('send', {})).not.toBe(''), { timeout: 15_000, interval: 50 });

describe('a producer', () => {
  it('rejects at once while Redis is away, and works when it is there, though it was away at the start', async () => {
    server = await createRedisServer();
    const producer = producerOn(server.url);
    await expect(producer.add('send', {})).rejects.toThrow();
    server.start();
    await adds(producer);
  });

  it('rejects soon while Redis stands still with its connections open, and works when it goes on', async () => {
    server = await createRedisServer();
    server.start();
    const producer = producerOn(server.url);
    await adds(producer);
    server.freeze();
    const startedAt = performance.now();
    await expect(producer.add('send', {})).rejects.toThrow('timed out');
    expect(performance.now() - startedAt).toBeLessThan(4_000);
    server.thaw();
    await adds(producer);
  });
});

describe('a connection', () => {
  it.each(['producer', 'worker'] as const)('of a %s closes soon though Redis stands still', async (role) => {
    server = await createRedisServer();
    server.start();
    const connection = connect(server.url, role);
    await vi.waitFor(() => expect(connection.status).toBe('ready'), { timeout: 10_000 });
    server.freeze();
    const startedAt = performance.now();
    await closeRedis(connection);
    expect(performance.now() - startedAt).toBeLessThan(6_000);
  });

  it('signs in to the nodes of a cluster that it was not told of', async () => {
    server = await createRedisServer(CLUSTER);
    server.start();
    const admin = connect(`redis://:open%20sesame@127.0.0.1:${String(server.port)}`, 'worker');
    await admin.call('CLUSTER', 'ADDSLOTSRANGE', '0', '16383');
    await vi.waitFor(async () => expect(await admin.call('CLUSTER', 'INFO')).toContain('cluster_state:ok'), { timeout: 10_000, interval: 50 });
    // It is told of `localhost`; the cluster speaks of 127.0.0.1.
    const node = `redis://default:open%20sesame@localhost:${String(server.port)}`;
    const cluster = connect(`${node}, ${node}`, 'worker');
    await cluster.set('a', '1');
    expect(await cluster.get('a')).toBe('1');
  });

  it('speaks TLS to every node of a cluster whose addresses say so', async () => {
    server = await createRedisServer();
    const cluster = connect(`rediss://eve:p@127.0.0.1:${String(server.port)},rediss://eve:p@localhost:${String(server.port)}`, 'producer');
    expect(cluster.options).toMatchObject({ redisOptions: { username: 'eve', password: 'p', tls: {} } });
  });
});
