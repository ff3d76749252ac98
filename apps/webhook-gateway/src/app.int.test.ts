import { createHmac } from 'node:crypto';
import { Queue } from 'bullmq';
import type { FastifyInstance } from 'fastify';
import { marketplaceEvents } from 'shared/contracts/marketplace-events';
import { createDatabase } from 'shared/db/client';
import { type InsertedEvent, insertEvents } from 'shared/inbox/insert-events';
import type { NewEvent } from 'shared/inbox/new-event';
import { createLogger } from 'shared/log/logger';
import { queuePrefix } from 'shared/queue/open-queue';
import { createTestDatabase, type TestDatabase } from 'shared/testing/database';
import { silentLog } from 'shared/testing/log';
import { createTestRedis, type TestRedis } from 'shared/testing/redis';
import { addStore } from 'shared/testing/rows';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildApp } from './app.ts';
import { createEventBatcher, type EventBatcherOptions } from './ingest/event-batcher.ts';
import { createLaneWaker, type LaneWaker } from './relay/lane-waker.ts';
import { lanesOf } from './relay/lanes-of.ts';
import { relayTick } from './relay/relay-loop.ts';

const PUBLIC_URL = 'https://hooks.example.vn';
const [PUSH_KEY, API_KEY] = ['push-key', 'api-key'];
let test: TestDatabase;
let redis: TestRedis;
let waker: LaneWaker;
let queue: Queue;
let app: FastifyInstance;
let shopId: string;
let storeId: string;
let serial = 0;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

beforeEach(async () => {
  redis = createTestRedis();
  const connection = redis.connect('worker');
  waker = createLaneWaker({ redis: connection, log: silentLog, gapMs: 50, namespace: redis.namespace });
  queue = new Queue('shopee-events', { connection, prefix: queuePrefix(marketplaceEvents.shopee, redis.namespace) });
  shopId = String(620000000 + ++serial);
  storeId = await addStore(test.database, { externalId: shopId });
  app = await appWith({});
});
afterEach(async () => {
  await app.close();
  await waker.close();
  await queue.close();
  await redis.close();
});

function appWith(over: Partial<EventBatcherOptions>): Promise<FastifyInstance> {
  const batcher = createEventBatcher({
    insert: (events) => insertEvents(test.database, events),
    onKept: (kept: readonly InsertedEvent[]) => waker.wake(lanesOf(kept)),
    log: silentLog, maxQueued: 1_000, maxBatch: 500, gapMs: 1, answerWithinMs: 1_500, ...over,
  });
  return buildApp({ shopee: { batcher, publicUrl: PUBLIC_URL, keys: [PUSH_KEY, API_KEY], onPush: () => undefined }, log: silentLog });
}

const aPush = (over: object = {}): string =>
  JSON.stringify({ code: 3, shop_id: Number(shopId), timestamp: ++serial, data: { ordersn: `260714T${String(serial)}`, status: 'UNPAID', update_time: 1784000000 }, ...over });
const sign = (body: string | Buffer, route = '/webhooks/shopee', key = PUSH_KEY): string => createHmac('sha256', key).update(`${PUBLIC_URL}${route}|`).update(body).digest('hex');
const send = (payload: string | Buffer, { route = '/webhooks/shopee', authorization = sign(payload, route), headers = {} } = {}) =>
  app.inject({ method: 'POST', url: route, payload, headers: { 'content-type': 'application/json', authorization, ...headers } });
const rows = () => test.database.inboundEvent.findMany({ where: { OR: [{ externalStoreId: shopId }, { storeId: BigInt(storeId) }] } });
const countAll = () => test.database.inboundEvent.count();

describe('a push of Shopee', () => {
  it.each(['/webhooks/shopee', '/order_status_push'])('to %s is kept before its empty answer, and wakes its lane', async (route) => {
    const answer = await send(aPush(), { route });
    expect([answer.statusCode, answer.body, answer.headers['content-length']]).toEqual([200, '', '0']);
    expect(await rows()).toMatchObject([{ status: 'received', kind: 'order', origin: 'push', storeId: BigInt(storeId) }]);
    await vi.waitFor(async () => expect((await queue.getJobs())[0]?.data).toEqual({ v: 1, payload: { storeId } }));
  });

  it('signed with the API key counts as well', async () => {
    const body = aPush();
    expect((await send(body, { authorization: sign(body, '/webhooks/shopee', API_KEY) })).statusCode).toBe(200);
  });

  it.each([
    ['with another key', (body: string) => sign(body, '/webhooks/shopee', 'no-key')],
    ['for another address', (body: string) => sign(body, '/order_status_push')],
    ['over another body', () => sign('{}')],
    ['with nothing', () => ''],
  ])('signed %s is refused, and nothing is stored', async (_, authorizationOf) => {
    const before = await countAll();
    const body = aPush();
    expect((await send(body, { authorization: authorizationOf(body) })).statusCode).toBe(401);
    expect(await countAll()).toBe(before);
  });

  it('that is the console’s probe is answered with 200 whatever its signature, and nothing is stored', async () => {
    const before = await countAll();
    const probe = '{"code":0,"data":{"verify_info":"This is a Verification message.Please respond in the certain format."}}';
    for (const authorization of ['', 'nonsense', sign(probe)]) {
      const answer = await send(probe, { authorization });
      expect([answer.statusCode, answer.body]).toEqual([200, '']);
    }
    expect(await countAll()).toBe(before);
  });

  it.each([
    ['an unknown code', '{"code":99,"data":{}}', 'ignored'],
    ['odd fields', '{"code":3,"shop_id":[],"data":7}', 'ignored'],
    ['unreadable JSON', '{"code":', 'ignored'],
    ['bad UTF-8', Buffer.from([0x7b, 0xff, 0x00, 0x7d]), 'ignored'],
    ['a shop that nobody added', '{"code":3,"shop_id":1,"data":{"ordersn":"260714UNKNOWN"}}', 'parked'],
  ])('that is signed and has %s is kept', async (_, body, status) => {
    expect((await send(body)).statusCode).toBe(200);
    const newest = await test.database.inboundEvent.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(newest.status).toBe(status);
    expect(Buffer.from(newest.body)).toEqual(Buffer.from(body));
  });

  it('is read without a content type, and with an odd one', async () => {
    for (const contentType of ['', 'text/plain', 'application/x-www-form-urlencoded', 'nonsense']) {
      const body = aPush();
      const answer = await app.inject({
        method: 'POST', url: '/webhooks/shopee', payload: body, headers: { authorization: sign(body), ...(contentType && { 'content-type': contentType }) },
      });
      expect(answer.statusCode).toBe(200);
    }
  });

  it('of more than 256 KiB is refused with 413', async () => {
    expect((await send(aPush({ pad: 'x'.repeat(256 * 1024) }))).statusCode).toBe(413);
    expect((await send(aPush({ pad: 'x'.repeat(200 * 1024) }))).statusCode).toBe(200);
  });

  it('repeated ten times at once is one row, seen ten times', async () => {
    const body = aPush();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(body)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(await rows()).toMatchObject([{ seen: 10 }]);
  });
});

describe('the batcher', () => {
  it('keeps a row that the database refuses as ignored, and its neighbours as they are', async () => {
    await app.close();
    const poison = (event: NewEvent): NewEvent => (event.key.endsWith('POISON') ? { ...event, key: `${event.key}\u0000` } : event);
    const lines: string[] = [];
    const log = createLogger('test', 'error', { write: (line) => void lines.push(line) });
    app = await appWith({ insert: (events) => insertEvents(test.database, events.map(poison)), log });
    const bodies = [aPush(), aPush({ data: { ordersn: '260714POISON' } }), aPush()];
    const answers = await Promise.all(bodies.map((body) => send(body)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect(await test.database.inboundEvent.findFirst({ where: { body: Buffer.from(bodies[1] ?? '') } })).toMatchObject({ status: 'ignored' });
    expect((await rows()).map(({ status }) => status)).toEqual(['received', 'received']);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ msg: 'inbox.value_refused', channel: 'shopee', err: { message: expect.stringContaining('22021') } }]);
  });

  it('answers 503 to the repeat of a row that somebody holds, and to nobody else of its batch', async () => {
    const [held, ...others] = [aPush(), aPush(), aPush()];
    expect((await send(held)).statusCode).toBe(200);
    await test.database.$transaction(async (tx) => {
      await tx.inboundEvent.updateMany({ where: { externalStoreId: shopId }, data: { status: 'done' } });
      const answers = await Promise.all([held, ...others].map((body) => send(body)));
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([503, 200, 200]);
    });
    expect((await send(held)).statusCode).toBe(200);
    expect((await rows()).map(({ status, seen }) => [status, seen]).toSorted()).toEqual([['received', 1], ['received', 1], ['received', 2]]);
  });

  it('sheds with 503 and Retry-After what it cannot hold', async () => {
    await app.close();
    const gate = Promise.withResolvers<undefined>();
    app = await appWith({ maxQueued: 2, maxBatch: 1, insert: (events) => gate.promise.then(() => insertEvents(test.database, events)) });
    const sent = Array.from({ length: 4 }, () => send(aPush()));
    const shed = await Promise.race(sent);
    expect([shed.statusCode, shed.headers['retry-after']]).toEqual([503, '5']);
    gate.resolve(undefined);
    expect((await Promise.all(sent)).map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 200, 200, 503]);
  });

  it('answers 503 within two seconds while PostgreSQL is away or does not answer, and never 200', async () => {
    const away = createDatabase({ url: 'postgresql://postgres@127.0.0.1:1/none', poolSize: 1, log: silentLog, connectMs: 1_000, statementMs: 1_000 });
    for (const insert of [(events: readonly NewEvent[]) => insertEvents(away, events), () => new Promise<InsertedEvent[]>(() => undefined)]) {
      await app.close();
      app = await appWith({ insert });
      const startedAt = performance.now();
      const answer = await send(aPush());
      expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
      expect(performance.now() - startedAt).toBeLessThan(2_000);
    }
    await away.$disconnect();
  });
});

describe('the relay', () => {
  const tick = () => relayTick({ database: test.database, redis: redis.connect('worker'), waker, log: silentLog, namespace: redis.namespace }, true);

  it('adopts what came before its store was added', async () => {
    const before = String(630000000 + ++serial);
    await send(aPush({ shop_id: Number(before) }));
    const later = await addStore(test.database, { externalId: before });
    await tick();
    expect(await test.database.inboundEvent.findFirst({ where: { externalStoreId: before } })).toMatchObject({ status: 'received', storeId: BigInt(later) });
  });

  it('parks the rows of a store that was switched off, and wakes it no more', async () => {
    await send(aPush());
    await test.database.store.update({ where: { id: BigInt(storeId) }, data: { status: 'off' } });
    await tick();
    expect(await rows()).toMatchObject([{ status: 'parked' }]);
  });

  it('does not wake a lane that pauses', async () => {
    await app.close();
    app = await appWith({ onKept: () => undefined });
    await send(aPush());
    await redis.connect('worker').set(`${queuePrefix(marketplaceEvents.shopee, redis.namespace)}:lane:${storeId}:not-before`, '1', 'PX', 60_000);
    await tick();
    await waker.close();
    expect((await queue.getJobs()).filter(({ data }) => data.payload.storeId === storeId)).toEqual([]);
  });

  it('waits for no row that somebody holds: it wakes, adopts and deletes around it', async () => {
    const old = new Date(Date.now() - 8 * 24 * 3_600_000);
    const [held, free] = ['{"code":22,"data":{"n":1}}', '{"code":22,"data":{"n":2}}'];
    for (const body of [held, free]) await send(body);
    await test.database.inboundEvent.updateMany({ where: { status: 'ignored' }, data: { receivedAt: old } });
    await test.database.$transaction(async (tx) => {
      await tx.inboundEvent.updateMany({ where: { body: Buffer.from(held) }, data: { attempts: 1 } });
      await tick();
    });
    expect(await test.database.inboundEvent.count({ where: { body: Buffer.from(free) } })).toBe(0);
    expect(await test.database.inboundEvent.count({ where: { body: Buffer.from(held) } })).toBe(1);
  });

  it('deletes what has been over for long, and keeps what is open', async () => {
    await send(aPush());
    const [open] = await rows();
    await send('{"code":22,"data":{}}');
    const old = new Date(Date.now() - 8 * 24 * 3_600_000);
    await test.database.inboundEvent.updateMany({ where: { status: { in: ['ignored', 'received'] } }, data: { receivedAt: old } });
    await tick();
    expect(await test.database.inboundEvent.count({ where: { status: 'ignored' } })).toBe(0);
    expect(await test.database.inboundEvent.count({ where: { id: open?.id ?? 0n } })).toBe(1);
  });
});
