import { Queue, type Job } from 'bullmq';
import { crmWrites, OrdersSnapshotSchema } from 'shared/contracts/crm-writes';
import { marketplaceEvents } from 'shared/contracts/marketplace-events';
import { EnvelopeSchema } from 'shared/contracts/define-queue';
import { AppError } from 'shared/errors/app-error';
import { endEvents } from 'shared/inbox/end-events';
import { insertEvents } from 'shared/inbox/insert-events';
import type { NewEvent } from 'shared/inbox/new-event';
import { laneKeys } from 'shared/queue/lane-keys';
import { queuePrefix } from 'shared/queue/open-queue';
import { createProducer } from 'shared/queue/producer';
import { anOrderSnapshot } from 'shared/testing/an-order-snapshot';
import { createTestDatabase, type TestDatabase } from 'shared/testing/database';
import { silentLog } from 'shared/testing/log';
import { createTestRedis, type TestRedis } from 'shared/testing/redis';
import { addStore, anEvent } from 'shared/testing/rows';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLaneDrain, type FetchOrders } from './drain-lane.ts';
import { createLaneMemory } from './lane-memory.ts';
import { createLanePause } from './lane-pause.ts';
import type { FetchedOrder } from './sort-outcomes.ts';

let test: TestDatabase;
let redis: TestRedis;
let writes: Queue;
let storeId: string;
let woken: string[];
let calls: string[][];
/** The marketplace: what it answers for a code, or how a call fails. */
let answer: (codes: readonly string[], fetchedAt: string) => ReturnType<FetchOrders>;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  redis = createTestRedis();
  writes = new Queue('crm-writes', { connection: redis.connect('worker'), prefix: queuePrefix(crmWrites, redis.namespace) });
  storeId = await addStore(test.database);
  [woken, calls] = [[], []];
  answer = (codes, fetchedAt) => Promise.resolve(codes.map((code) => shown(code, {}, fetchedAt)));
});
afterEach(async () => {
  await writes.close();
  await redis.close();
});

const shown = (code: string, over: Partial<FetchedOrder> = {}, fetchedAt = '2026-07-14T03:40:00.000Z') => {
  const { events: _events, traceId: _traceId, ...order } = anOrderSnapshot({ storeId, code, version: { fetchedAt } });
  return { code, outcome: 'snapshot', snapshot: { ...order, ...over } } as const;
};

function drain() {
  const connection = redis.connect('worker');
  const options = { redis: connection, log: silentLog, namespace: redis.namespace };
  const keys = laneKeys(marketplaceEvents.shopee, storeId, redis.namespace);
  return createLaneDrain({
    channel: 'shopee', database: test.database, memoryOf: () => createLaneMemory(connection, keys.memory), pauseOf: () => createLanePause(connection, keys),
    writes: createProducer(crmWrites, options), log: silentLog, refetches: { announce: () => Promise.resolve() },
    wakeAgain: (id) => Promise.resolve(void woken.push(id)),
    fetchOrders: (_store, requests, fetchedAt) => {
      const codes = requests.map(({ code }) => code);
      calls.push(codes);
      return answer(codes, fetchedAt);
    },
  })(storeId);
}

async function add(...events: Partial<NewEvent>[]): Promise<string[]> {
  const { externalId } = await test.database.store.findUniqueOrThrow({ where: { id: BigInt(storeId) } });
  return (await insertEvents(test.database, events.map((event) => anEvent({ externalStoreId: externalId, ...event })))).map(({ id }) => id);
}
const rowOf = (id: string | undefined) => test.database.inboundEvent.findUniqueOrThrow({ where: { id: BigInt(id ?? 0) } });
const due = () => test.database.inboundEvent.updateMany({ data: { nextAttemptAt: new Date(0) } });
const snapshotsOf = (job: Job) => OrdersSnapshotSchema.parse(EnvelopeSchema.parse(job.data).payload).snapshots;
const handedOver = async () => (await writes.getJobs(['waiting'])).flatMap(snapshotsOf);
/** What the writer does: ends what is carried. */
async function write(): Promise<void> {
  for (const snapshot of await handedOver()) await endEvents(test.database, snapshot.events);
  await writes.drain();
}
const pauseOver = () => redis.connect('worker').del(laneKeys(marketplaceEvents.shopee, storeId, redis.namespace).notBefore);

describe('a lane', () => {
  it('fetches many rows with one call and hands them over as one job, each with the rows that it answers', async () => {
    const ids = await add({ key: 'A' }, { key: 'B' }, { key: 'A' });
    expect(await drain()).toMatchObject({ codes: expect.arrayContaining(['A', 'B']), ended: 'dry' });
    expect(calls).toHaveLength(1);
    const snapshots = await handedOver();
    expect(snapshots.flatMap(({ events }) => events.map(({ id }) => id)).toSorted()).toEqual(ids.toSorted());
  });

  it('fetches nothing again before the writer has ended it', async () => {
    await add({ key: 'A' });
    await drain();
    await drain();
    expect(calls).toEqual([['A']]);
  });

  it('lets an equal body that comes during a fetch count: its row stays open and leads to another', async () => {
    const event = { key: 'A', dedupeKey: `equal-${storeId}` };
    await add(event);
    answer = async (codes, fetchedAt) => {
      if (calls.length === 1) await add(event);
      return codes.map((code) => shown(code, {}, fetchedAt));
    };
    await drain();
    await write();
    await drain();
    expect(calls.length).toBeGreaterThanOrEqual(2);
    await write();
    expect(await test.database.inboundEvent.count({ where: { storeId: BigInt(storeId), status: 'received' } })).toBe(0);
  });

  it('reads the database’s clock before the call: that is when the snapshot was fetched', async () => {
    await add({ key: 'A' });
    const before = Date.now();
    await drain();
    const [snapshot] = await handedOver();
    expect(Math.abs(Date.parse(snapshot?.version.fetchedAt ?? '') - before)).toBeLessThan(5_000);
  });

  it('goes to the tail after some takes, so that lanes take turns', async () => {
    await add(...Array.from({ length: 250 }, (_, index) => ({ key: `T${String(index)}` })));
    expect(await drain()).toMatchObject({ ended: 'tail' });
    expect([calls.map((codes) => codes.length), woken]).toEqual([[50, 50, 50, 50], [storeId]]);
  });

  it('takes no more while two hundred of its orders are on the way', async () => {
    await add(...Array.from({ length: 250 }, (_, index) => ({ key: `F${String(index)}` })));
    await drain();
    await expect(drain()).rejects.toMatchObject({ code: 'LANE_HELD', retry: { afterMs: 50 } });
    await write();
    expect(await drain()).toMatchObject({ ended: 'dry' });
  });

  it('makes no call for a store that is off', async () => {
    await add({ key: 'A' });
    await test.database.store.update({ where: { id: BigInt(storeId) }, data: { status: 'off' } });
    expect(await drain()).toEqual({ codes: [], ended: 'store is off' });
  });
});

describe('a lagging replica loses no change', () => {
  it('of a push: an answer older than its time of change ends nothing, and is read again', async () => {
    const [id] = await add({ key: 'A', expects: { updatedAt: '2026-07-14T03:39:00.000Z' } });
    await drain();
    expect((await handedOver())[0]?.events).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ status: 'received', staleReads: 1, attempts: 0 });
    answer = (codes, fetchedAt) => Promise.resolve(codes.map((code) => shown(code, { version: { ...shown(code).snapshot.version, sourceUpdatedAt: '2026-07-14T03:39:00.000Z', fetchedAt } })));
    await due();
    await drain();
    await write();
    expect(await rowOf(id)).toMatchObject({ status: 'done' });
  });

  it('of a tracking number: an answer without it ends nothing', async () => {
    const [id] = await add({ key: 'A', expects: { tracking: { packageNumber: 'OFG1', number: 'SPXVN1' } } });
    await drain();
    expect(await rowOf(id)).toMatchObject({ status: 'received', staleReads: 1 });
    const packages = [{ number: 'OFG1', carrier: null, status: null }];
    answer = (codes) => Promise.resolve(codes.map((code) => shown(code, { facts: { ...anOrderSnapshot().facts, packages, trackingNumbers: { OFG1: 'SPXVN1' } } })));
    await due();
    await drain();
    await write();
    expect(await rowOf(id)).toMatchObject({ status: 'done' });
  });

  it('of a new order: not found so soon is not there yet; not found later is unavailable', async () => {
    const [fresh] = await add({ key: 'NEW' });
    answer = (codes) => Promise.resolve(codes.map((code) => ({ code, outcome: 'missing' })));
    await drain();
    expect(await rowOf(fresh)).toMatchObject({ status: 'received', staleReads: 1 });
    await test.database.inboundEvent.update({ where: { id: BigInt(fresh ?? 0) }, data: { receivedAt: new Date(Date.now() - 11 * 60_000), nextAttemptAt: new Date(0), staleReads: 5 } });
    await drain();
    expect((await writes.getJobs(['waiting'])).map(({ name }) => name)).toEqual(['order.unavailable']);
  });

  it('of an order without its lines: it is handed over, and asked for again', async () => {
    const [id] = await add({ key: 'A' });
    const { lines: _lines, ...facts } = anOrderSnapshot().facts;
    answer = (codes) => Promise.resolve(codes.map((code) => shown(code, { facts })));
    await drain();
    expect(await handedOver()).toMatchObject([{ code: 'A', events: [] }]);
    expect(await rowOf(id)).toMatchObject({ status: 'received', staleReads: 1 });
  });
});

describe('an outage', () => {
  it('spends no attempt, however often it is met, and the rows are taken when it is over', async () => {
    const [id] = await add({ key: 'A' });
    answer = () => Promise.reject(new AppError({ code: 'MARKETPLACE_UNAVAILABLE' }));
    for (let failure = 0; failure < 10; failure++) {
      expect(await drain()).toMatchObject({ ended: 'paused' });
      expect(await drain()).toMatchObject({ ended: 'paused', codes: [] });
      await pauseOver();
    }
    expect(calls).toHaveLength(10);
    expect(await rowOf(id)).toMatchObject({ status: 'received', attempts: 0, staleReads: 0 });
    answer = (codes, fetchedAt) => Promise.resolve(codes.map((code) => shown(code, {}, fetchedAt)));
    await drain();
    await write();
    expect(await rowOf(id)).toMatchObject({ status: 'done' });
  });

  it('waits at least as long as the marketplace says', async () => {
    await add({ key: 'A' });
    answer = () => Promise.reject(new AppError({ code: 'MARKETPLACE_RATE_LIMITED', retry: { afterMs: 90_000 } }));
    await drain();
    expect(await redis.connect('worker').pttl(laneKeys(marketplaceEvents.shopee, storeId, redis.namespace).notBefore)).toBeGreaterThan(80_000);
  });

  it('is told from a code that draws 5xx: only its own row spends an attempt, and the others go on', async () => {
    const ids = await add({ key: 'BAD' }, { key: 'B' }, { key: 'C' });
    answer = (codes, fetchedAt) =>
      codes.includes('BAD') ? Promise.reject(new AppError({ code: 'MARKETPLACE_UNAVAILABLE' })) : Promise.resolve(codes.map((code) => shown(code, {}, fetchedAt)));
    for (let failure = 0; failure < 3; failure++) {
      await drain();
      await pauseOver();
    }
    expect((await handedOver()).map(({ code }) => code).toSorted()).toEqual(['B', 'C']);
    const attempts = await Promise.all(ids.map(async (id) => [(await rowOf(id)).key, (await rowOf(id)).attempts]));
    expect(Object.fromEntries(attempts)).toEqual({ BAD: 1, B: 0, C: 0 });
  });
});

describe('a call that is refused', () => {
  it('whole, for every order, is the lane’s: no row ends or spends an attempt, and staff are told until it answers again', async () => {
    const ids = await add({ key: 'A' }, { key: 'B' });
    answer = () => Promise.reject(new AppError({ code: 'MARKETPLACE_FORBIDDEN' }));
    await drain();
    answer = () => Promise.reject(new AppError({ code: 'MARKETPLACE_REFUSED' }));
    await pauseOver();
    await drain();
    expect(await Promise.all(ids.map(rowOf))).toMatchObject([{ status: 'received', attempts: 0 }, { status: 'received', attempts: 0 }]);
    const told = () => test.database.notification.findFirst({ where: { storeId: BigInt(storeId), kind: 'store_refused' } });
    expect(await told()).toMatchObject({ groupKey: 'MARKETPLACE_FORBIDDEN', resolvedAt: null });
    answer = (codes, fetchedAt) => Promise.resolve(codes.map((code) => shown(code, {}, fetchedAt)));
    await pauseOver();
    await due();
    await drain();
    expect(await told()).toMatchObject({ resolvedAt: expect.any(Date) });
  });

  it('for the tracking number alone keeps its row waiting, and the order is handed over', async () => {
    const [id] = await add({ key: 'A', expects: { tracking: { packageNumber: 'OFG1', number: 'SPXVN1' } } });
    answer = (codes) => Promise.resolve(codes.map((code) => ({ ...shown(code), untracked: { reason: 'The marketplace does not answer.', mayPass: true } })));
    await drain();
    expect((await handedOver()).map(({ code }) => code)).toEqual(['A']);
    expect(await rowOf(id)).toMatchObject({ status: 'received', attempts: 0, staleReads: 0, reason: 'The marketplace does not answer.' });
    expect((await rowOf(id)).nextAttemptAt.getTime()).toBeGreaterThan(Date.now() + 20_000);
  });

  it('by something of ours frees the rows again: it counts as no crash', async () => {
    const [id] = await add({ key: 'A' });
    answer = () => Promise.reject(new TypeError('a damaged credential'));
    for (let failure = 0; failure < 8; failure++) {
      await expect(drain()).rejects.toThrow('a damaged credential');
      await pauseOver();
    }
    expect(await rowOf(id)).toMatchObject({ status: 'received', attempts: 0 });
    answer = (codes, fetchedAt) => Promise.resolve(codes.map((code) => shown(code, {}, fetchedAt)));
    await drain();
    expect((await handedOver()).map(({ code }) => code)).toEqual(['A']);
  });
});

describe('a row that waits in vain', () => {
  it('for a word of the very second that the order shows is over with the last wait: the order rests there, and nobody is told', async () => {
    const [id] = await add({ key: 'A', expects: { updatedAt: anOrderSnapshot().version.sourceUpdatedAt, word: 'IN_CANCEL' } });
    for (let read = 0; read < 6; read++) {
      await due();
      await drain();
      await write();
    }
    expect(await rowOf(id)).toMatchObject({ status: 'done' });
    expect(await test.database.notification.count({ where: { storeId: BigInt(storeId) } })).toBe(0);
  });

  it('ends as stale, and staff are told', async () => {
    const [id] = await add({ key: 'A', expects: { updatedAt: '2026-07-14T05:00:00.000Z' } });
    for (let read = 0; read < 6; read++) {
      await due();
      await drain();
      await writes.drain();
    }
    expect(await rowOf(id)).toMatchObject({ status: 'stale' });
    expect(await test.database.notification.findFirst({ where: { storeId: BigInt(storeId) } })).toMatchObject({ kind: 'event_failed', params: { code: 'A' } });
  });
});

describe('what kills a process', () => {
  /** As after a connector or a writer that died: taken, long ago, with no job under way. */
  async function dieWith(takes: number): Promise<void> {
    const connection = redis.connect('worker');
    const key = laneKeys(marketplaceEvents.shopee, storeId, redis.namespace).memory;
    for (const field of await connection.hkeys(key)) await connection.hset(key, field, JSON.stringify({ at: '0', takes }));
  }

  it('is taken again after a while, alone after three times, and given up after six: it is set aside', async () => {
    const [id] = await add({ key: 'KILLER' });
    await drain();
    await writes.drain();
    await dieWith(1);
    await drain();
    expect(calls).toEqual([['KILLER'], ['KILLER']]);
    await writes.drain();
    await dieWith(3);
    await add({ key: 'HEALTHY' });
    await drain();
    expect(calls.slice(2)).toEqual([['KILLER'], ['HEALTHY']]);
    await writes.drain();
    await dieWith(6);
    await drain();
    expect(await rowOf(id)).toMatchObject({ status: 'failed', reason: expect.stringContaining('again and again') });
    expect(await test.database.notification.findFirst({ where: { storeId: BigInt(storeId) } })).toMatchObject({ kind: 'event_failed', retryable: true });
  });

  it('costs one fetch more, not an order, when Redis forgets everything', async () => {
    await add({ key: 'A' });
    await drain();
    await writes.drain();
    await redis.connect('worker').del(laneKeys(marketplaceEvents.shopee, storeId, redis.namespace).memory);
    await drain();
    expect(await handedOver()).toMatchObject([{ code: 'A' }]);
  });
});

describe('a row that failed', () => {
  it('alone is due again later, while its neighbours are handed over', async () => {
    const [bad] = await add({ key: 'BAD' });
    await add({ key: 'GOOD' });
    answer = (codes, fetchedAt) => Promise.resolve(codes.map((code) => (code === 'BAD' ? { code, outcome: 'failed', reason: 'update_time is missing' } : shown(code, {}, fetchedAt))));
    await drain();
    expect((await handedOver()).map(({ code }) => code)).toEqual(['GOOD']);
    expect(await rowOf(bad)).toMatchObject({ status: 'received', attempts: 1, reason: 'update_time is missing' });
    await due();
    answer = (codes, fetchedAt) => Promise.resolve(codes.map((code) => shown(code, {}, fetchedAt)));
    await drain();
    await write();
    expect(await rowOf(bad)).toMatchObject({ status: 'done' });
  });
});
