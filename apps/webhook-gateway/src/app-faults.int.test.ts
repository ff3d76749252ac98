import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { Queue } from 'bullmq';
import type { FastifyInstance } from 'fastify';
import { marketplaceEvents } from 'shared/contracts/marketplace-events';
import { insertEvents } from 'shared/inbox/insert-events';
import type { NewEvent } from 'shared/inbox/new-event';
import { queuePrefix } from 'shared/queue/open-queue';
import { closeRedis, connectRedis, type RedisConnection } from 'shared/queue/redis';
import { createTestDatabase, type TestDatabase } from 'shared/testing/database';
import { silentLog } from 'shared/testing/log';
import { createRedisServer, type RedisServer } from 'shared/testing/redis-server';
import { addStore } from 'shared/testing/rows';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildApp } from './app.ts';
import { createEventBatcher, type EventBatcher, type EventBatcherOptions } from './ingest/event-batcher.ts';
import { createLaneWaker, type LaneWaker } from './relay/lane-waker.ts';
import { lanesOf } from './relay/lanes-of.ts';
import { relayTick } from './relay/relay-loop.ts';

const PUBLIC_URL = 'https://hooks.example.vn';
const KEY = 'push-key';
let test: TestDatabase;
let server: RedisServer;
let redis: RedisConnection;
let waker: LaneWaker;
let storeId: string;
let serial = 0;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  storeId = await addStore(test.database, { externalId: String(640000000 + ++serial) });
  server = await createRedisServer();
  redis = connectRedis(server.url, 'producer', silentLog);
  waker = createLaneWaker({ redis, log: silentLog, gapMs: 50 });
});
afterEach(async () => {
  await waker.close();
  await closeRedis(redis);
  await server.stop();
});

type Gateway = { app: FastifyInstance; batcher: EventBatcher };
async function gateway(over: Partial<EventBatcherOptions> = {}, onAdd: () => void = () => undefined): Promise<Gateway> {
  const { add, idle } = createEventBatcher({
    insert: (events) => insertEvents(test.database, events),
    onKept: (kept) => waker.wake(lanesOf(kept)),
    log: silentLog, maxQueued: 1_000, maxBatch: 500, gapMs: 1, answerWithinMs: 1_500, ...over,
  });
  const batcher: EventBatcher = {
    idle,
    add(event) {
      onAdd();
      return add(event);
    },
  };
  return { batcher, app: await buildApp({ shopee: { batcher, publicUrl: PUBLIC_URL, keys: [KEY], onPush: () => undefined }, log: silentLog }) };
}

const aPush = (): string =>
  JSON.stringify({ code: 3, shop_id: 640000000 + serial, data: { ordersn: `260714F${String(Math.random()).slice(2)}`, status: 'UNPAID', update_time: 1784000000 } });
const sign = (body: string): string => createHmac('sha256', KEY).update(`${PUBLIC_URL}/webhooks/shopee|${body}`).digest('hex');
const send = (app: FastifyInstance, payload: string) => app.inject({ method: 'POST', url: '/webhooks/shopee', payload, headers: { authorization: sign(payload) } });

/** The lanes that have a `drain` in the test's own Redis. */
async function wokenLanes(): Promise<unknown[]> {
  const connection = connectRedis(server.url, 'worker', silentLog);
  const queue = new Queue('shopee-events', { connection, prefix: queuePrefix(marketplaceEvents.shopee) });
  const jobs = await queue.getJobs();
  await queue.close();
  await closeRedis(connection);
  return jobs.map(({ data }) => data.payload.storeId);
}

describe('while Redis does not answer', () => {
  const tick = () => relayTick({ database: test.database, redis, waker, log: silentLog }, false);

  it('a push is acknowledged: the inbox holds it, and the relay wakes its lane when Redis is there', async () => {
    const { app } = await gateway();
    expect((await send(app, aPush())).statusCode).toBe(200);
    await expect(tick()).rejects.toThrow();
    server.start();
    await vi.waitFor(tick, { timeout: 15_000, interval: 50 });
    await vi.waitFor(async () => expect(await wokenLanes()).toContain(storeId), { timeout: 10_000 });
    await app.close();
  });

  it('neither a push nor the relay hangs on a server that stands still with its connections open', async () => {
    const { app } = await gateway();
    server.start();
    await vi.waitFor(tick, { timeout: 15_000, interval: 50 });
    server.freeze();
    const startedAt = performance.now();
    expect((await send(app, aPush())).statusCode).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(1_500);
    await expect(tick()).rejects.toThrow('timed out');
    server.thaw();
    await vi.waitFor(async () => {
      await tick();
      expect(await wokenLanes()).toContain(storeId);
    }, { timeout: 10_000 });
    await app.close();
  });
});

describe('closing', () => {
  const agent = new Agent({ keepAlive: true });
  afterAll(() => agent.destroy());

  async function listen(app: FastifyInstance): Promise<number> {
    return Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
  }
  function push(port: number, body: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const outgoing = request({ port, method: 'POST', path: '/webhooks/shopee', agent, headers: { authorization: sign(body) } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      outgoing.on('error', reject).end(body);
    });
  }

  it('does not hang on a connection that is kept alive after its last answer', async () => {
    const { app } = await gateway();
    const answered = push(await listen(app), aPush());
    const closed = answered.then(() => app.close());
    expect(await answered).toBe(200);
    await closed;
  });

  it('answers each push that is in flight, and what it acknowledged is kept', async () => {
    const gate = Promise.withResolvers<undefined>();
    const arrived = vi.fn();
    const insert = (events: readonly NewEvent[]) => gate.promise.then(() => insertEvents(test.database, events));
    const { app, batcher } = await gateway({ maxBatch: 3, insert }, arrived);
    const port = await listen(app);
    const bodies = Array.from({ length: 10 }, aPush);
    const answers = bodies.map((body) => push(port, body));
    await vi.waitFor(() => expect(arrived).toHaveBeenCalledTimes(10));
    const closed = app.close().then(() => batcher.idle());
    gate.resolve(undefined);
    expect(await Promise.all(answers)).toEqual(bodies.map(() => 200));
    await closed;
    expect(await test.database.inboundEvent.count({ where: { body: { in: bodies.map((body) => Buffer.from(body)) } } })).toBe(10);
  });
});
