import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Prisma } from '../db/client.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { addEvent, addStore, anEvent, eventStatus, readEventRef } from '../testing/rows.ts';
import { endEvents } from './end-events.ts';
import { identityOf, insertEvents } from './insert-events.ts';
import { ATTEMPTS_OF_AN_EVENT, postponeStaleEvents, reopenEvent, spendEvents, STALE_WAITS_S } from './postpone-events.ts';

let test: TestDatabase;
let storeId: string;
let externalStoreId: string;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  storeId = await addStore(test.database);
  externalStoreId = (await test.database.store.findUniqueOrThrow({ where: { id: BigInt(storeId) } })).externalId;
});

const insertOne = async (over: Parameters<typeof anEvent>[0] = {}) => {
  const [kept] = await insertEvents(test.database, [anEvent({ externalStoreId, ...over })]);
  if (!kept) throw new TypeError('nothing was kept');
  return kept;
};
const rowOf = (id: string) => test.database.inboundEvent.findUniqueOrThrow({ where: { id: BigInt(id) } });

describe('insertEvents', () => {
  it('keeps every byte of a body, also those that are no text', async () => {
    const body = Buffer.from([0x7b, 0x00, 0xff, 0xfe, 0x7d]);
    expect(Buffer.from((await rowOf((await insertOne({ body })).id)).body)).toEqual(body);
  });

  it('receives a row of a store that is there, and parks one of a store that is not, is off or removed', async () => {
    const stores = await Promise.all(['off', 'removed', 'importing'].map((status) => addStore(test.database, { status, externalId: `of-${status}-${storeId}` })));
    expect(stores).toHaveLength(3);
    const kept = await insertEvents(test.database, [
      anEvent({ externalStoreId }), anEvent({ externalStoreId: 'nobody' }), anEvent({ externalStoreId: null }),
      ...['off', 'removed', 'importing'].map((status) => anEvent({ externalStoreId: `of-${status}-${storeId}` })),
    ]);
    expect(kept.map(({ status }) => status).toSorted()).toEqual(['parked', 'parked', 'parked', 'parked', 'received', 'received']);
  });

  it('counts a change that is told ten times at once as one row, seen ten times', async () => {
    const event = anEvent({ externalStoreId });
    const kept = await insertEvents(test.database, Array.from({ length: 10 }, () => event));
    expect(kept).toHaveLength(1);
    expect((await rowOf(kept[0]?.id ?? '')).seen).toBe(10);
  });

  it('opens a row again that is told after it ended: the change may have come after the last read', async () => {
    const event = anEvent({ externalStoreId });
    const [first] = await insertEvents(test.database, [event]);
    const carried = await readEventRef(test.database, first?.id ?? '');
    await insertEvents(test.database, [event]);
    await endEvents(test.database, [carried]);
    expect(await eventStatus(test.database, carried)).toBe('received');
    await endEvents(test.database, [await readEventRef(test.database, carried.id)]);
    await insertEvents(test.database, [event]);
    expect(await rowOf(carried.id)).toMatchObject({ status: 'received', seen: 3, endedAt: null });
  });

  it('leaves an ignored row ignored when it is told again', async () => {
    const event = anEvent({ externalStoreId, kind: 'none', key: '', status: 'ignored', reason: 'code 22 changes no order' });
    await insertEvents(test.database, [event]);
    const [again] = await insertEvents(test.database, [event]);
    expect(again).toMatchObject({ status: 'ignored' });
  });

  it('refuses no repeat that two replicas are told at once: the other one’s commit is waited for', async () => {
    const events = Array.from({ length: 50 }, () => anEvent({ externalStoreId }));
    const replica = async (): Promise<number> => {
      let kept = 0;
      for (let repeat = 0; repeat < 10; repeat++) kept += (await insertEvents(test.database, events)).length;
      return kept;
    };
    expect(await Promise.all([replica(), replica()])).toEqual([500, 500]);
  });

  it('takes the same rows from two at once without a deadlock', async () => {
    const events = Array.from({ length: 50 }, () => anEvent({ externalStoreId }));
    await Promise.all([insertEvents(test.database, events), insertEvents(test.database, events.toReversed())]);
    const seen = await test.database.inboundEvent.findMany({ where: { dedupeKey: { in: events.map(({ dedupeKey }) => dedupeKey) } }, select: { seen: true } });
    expect(seen.map((row) => row.seen)).toEqual(events.map(() => 2));
  });
});

describe('insertEvents beside somebody who holds a row', () => {
  it.each([
    ['changing', (id: string) => Prisma.sql`UPDATE webhook.inbound_event SET status = 'done' WHERE id = ${id}::bigint`],
    ['deleting', (id: string) => Prisma.sql`DELETE FROM webhook.inbound_event WHERE id = ${id}::bigint`],
    ['locking', (id: string) => Prisma.sql`SELECT 1 FROM webhook.inbound_event WHERE id = ${id}::bigint FOR UPDATE`],
  ])('keeps all but the repeat of the row that is %s, and waits for nobody', async (_, hold) => {
    const [held, repeat, fresh] = [anEvent({ externalStoreId }), anEvent({ externalStoreId }), anEvent({ externalStoreId })];
    const [row] = await insertEvents(test.database, [held]);
    await insertEvents(test.database, [repeat]);
    const kept = await test.database.$transaction(async (tx) => {
      await tx.$executeRaw(hold(row?.id ?? ''));
      return insertEvents(test.database, [held, repeat, fresh]);
    });
    expect(kept.map(identityOf).toSorted()).toEqual([repeat, fresh].map(identityOf).toSorted());
    expect((await insertEvents(test.database, [held])).map(identityOf)).toEqual([identityOf(held)]);
  });

  it('counts each telling that it says it kept, however many tell the same at once', async () => {
    const event = anEvent({ externalStoreId });
    const { id } = (await insertEvents(test.database, [event]))[0] ?? { id: '' };
    const results = await Promise.all(Array.from({ length: 10 }, () => insertEvents(test.database, [event])));
    expect((await rowOf(id)).seen).toBe(1 + results.flat().length);
  });
});

describe('a row that fails', () => {
  it('waits longer each time, and is given up after its last attempt', async () => {
    const event = await addEvent(test.database, storeId);
    for (let attempt = 1; attempt < ATTEMPTS_OF_AN_EVENT; attempt++) expect(await spendEvents(test.database, [event], 'unreadable')).toEqual([]);
    expect((await rowOf(event.id)).nextAttemptAt.getTime()).toBeGreaterThan(Date.now() + 20_000);
    expect(await spendEvents(test.database, [event], 'unreadable')).toMatchObject([{ id: event.id, reason: 'unreadable', channel: 'shopee' }]);
    expect(await rowOf(event.id)).toMatchObject({ status: 'failed', attempts: ATTEMPTS_OF_AN_EVENT });
  });

  it('is due again in 1, 2, 5, 15 and 60 s after stale reads, then ends as stale', async () => {
    const event = await addEvent(test.database, storeId);
    for (const seconds of STALE_WAITS_S) {
      const before = Date.now();
      await postponeStaleEvents(test.database, [event]);
      const wait = (await rowOf(event.id)).nextAttemptAt.getTime() - before;
      expect(Math.abs(wait - seconds * 1000)).toBeLessThan(900);
    }
    await postponeStaleEvents(test.database, [event]);
    expect(await eventStatus(test.database, event)).toBe('stale');
  });

  it('is open again, as a new thing to take, when a person retries it', async () => {
    const event = await addEvent(test.database, storeId);
    await test.database.inboundEvent.update({ where: { id: BigInt(event.id) }, data: { status: 'failed', attempts: 6 } });
    expect(await reopenEvent(test.database, event.id)).toBe(true);
    expect(await rowOf(event.id)).toMatchObject({ status: 'received', attempts: 0, seen: 2 });
  });
});
