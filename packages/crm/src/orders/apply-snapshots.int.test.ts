import fc from 'fast-check';
import { parseMoney } from 'shared/domain/money';
import type { Buyer, OrderSnapshot } from 'shared/domain/order-snapshot';
import { insertEvents } from 'shared/inbox/insert-events';
import { createSealer } from 'shared/secrets/seal';
import { aLine, anOrderSnapshot } from 'shared/testing/an-order-snapshot';
import { createTestDatabase, type TestDatabase } from 'shared/testing/database';
import { addEvent, addStore, anEvent, eventStatus } from 'shared/testing/rows';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applySnapshots } from './apply-snapshots.ts';
import { applyUnavailable } from './apply-unavailable.ts';

const sealer = createSealer([Buffer.alloc(32, 7)]);
const seal = (buyer: Buyer): string => sealer.seal(JSON.stringify(buyer));
let test: TestDatabase;
let storeId: string;

beforeAll(async () => {
  test = await createTestDatabase();
  storeId = await addStore(test.database);
});
afterAll(() => test.drop());

const apply = (...snapshots: OrderSnapshot[]) => test.database.$transaction((tx) => applySnapshots(tx, snapshots, sealer), { timeout: 30_000 });

/** What the CRM holds of an order, without ids and the times of writing. */
async function rowsOf(code: string) {
  const order = await test.database.order.findFirstOrThrow({
    where: { code },
    include: { lines: { orderBy: { key: 'asc' } }, packages: { orderBy: { number: 'asc' } }, history: { orderBy: [{ kind: 'asc' }, { version: 'asc' }] } },
    omit: { id: true, createdAt: true, updatedAt: true, appliedAt: true, code: true },
  });
  return JSON.parse(JSON.stringify(order, (key, value) => (['id', 'orderId', 'recordedAt'].includes(key) ? undefined : typeof value === 'bigint' ? String(value) : value)));
}

let serial = 0;
const newCode = (): string => `260714TEST${String(++serial).padStart(4, '0')}`;
const at = (second: number): string => new Date(Date.UTC(2026, 6, 14, 3, 0, second)).toISOString();

describe('applySnapshots', () => {
  it('stores everything of the field table, exactly, with buyer, packages and history', async () => {
    const code = newCode();
    const facts = { ...anOrderSnapshot().facts, totalAmount: parseMoney('9007199254740993.05'), trackingNumbers: { OFG260000000000001: 'SPXVN0001' } };
    await apply(anOrderSnapshot({ storeId, code, facts, buyer: seal({ name: 'Người Nhận Thử 🎁', phone: '84900000001' }) }));
    const order = await test.database.order.findFirstOrThrow({ where: { code }, include: { lines: true, packages: true, history: true } });
    expect(order).toMatchObject({
      stub: false, channelStatus: 'READY_TO_SHIP', fulfilmentStatus: 'NOT_SHIPPED', paymentStatus: 'PAID', state: 'OPEN', recipientName: 'Người Nhận Thử 🎁',
    });
    expect(order.totalAmount?.toFixed()).toBe('9007199254740993.05');
    expect(order.lines).toMatchObject([{ productCode: 'AM-GOM-650-Q', name: aLine().name, vanished: false }]);
    expect(order.packages).toMatchObject([{ number: 'OFG260000000000001', trackingNumber: 'SPXVN0001', status: 'LOGISTICS_READY' }]);
    expect(order.history.map(({ kind }) => kind).sort()).toEqual(['channel_status', 'placed']);
  });

  it('changes nothing when it is applied twice', async () => {
    const code = newCode();
    await apply(anOrderSnapshot({ storeId, code }));
    const once = await rowsOf(code);
    await apply(anOrderSnapshot({ storeId, code }), anOrderSnapshot({ storeId, code }));
    expect(await rowsOf(code)).toEqual(once);
  });

  it('ends exactly the carried events: one that was told again meanwhile stays open', async () => {
    const code = newCode();
    const carried = await addEvent(test.database, storeId, { key: code });
    const again = anEvent({ key: code, dedupeKey: `again-${code}`, externalStoreId: (await test.database.store.findFirstOrThrow()).externalId });
    const [first] = await insertEvents(test.database, [again]);
    const toldAgain = { id: first?.id ?? '', receivedAt: carried.receivedAt, seen: 1 };
    await insertEvents(test.database, [again]);
    await apply(anOrderSnapshot({ storeId, code, events: [carried, toldAgain] }));
    expect([await eventStatus(test.database, carried), await eventStatus(test.database, toldAgain)]).toEqual(['done', 'received']);
  });

  it('ends nothing by an id that was given anew', async () => {
    const code = newCode();
    const event = await addEvent(test.database, storeId, { key: code });
    await apply(anOrderSnapshot({ storeId, code, events: [{ ...event, receivedAt: '2020-01-01T00:00:00.000Z' }] }));
    expect(await eventStatus(test.database, event)).toBe('received');
  });

  it('ends the given-up rows of a code with a later success', async () => {
    const code = newCode();
    const event = await addEvent(test.database, storeId, { key: code });
    await test.database.inboundEvent.update({ where: { id: BigInt(event.id) }, data: { status: 'failed' } });
    await apply(anOrderSnapshot({ storeId, code }));
    expect(await eventStatus(test.database, event)).toBe('done');
  });

  it('does not heal a given-up row by an answer that is older than what it tells, or that lacks its lines', async () => {
    const code = newCode();
    const event = await addEvent(test.database, storeId, { key: code, expects: { updatedAt: at(50) } });
    await test.database.inboundEvent.update({ where: { id: BigInt(event.id) }, data: { status: 'failed' } });
    const { lines: _lines, ...withoutLines } = anOrderSnapshot().facts;
    await apply(anOrderSnapshot({ storeId, code, version: { sourceUpdatedAt: at(40) } }));
    await apply(anOrderSnapshot({ storeId, code, version: { sourceUpdatedAt: at(55) }, facts: withoutLines }));
    expect(await eventStatus(test.database, event)).toBe('failed');
    await apply(anOrderSnapshot({ storeId, code, version: { sourceUpdatedAt: at(50) } }));
    expect(await eventStatus(test.database, event)).toBe('done');
  });

  it('lets a refresh win over a head from the future: the database’s clock was stepped back since', async () => {
    const code = newCode();
    await apply(anOrderSnapshot({ storeId, code }));
    await test.database.order.updateMany({ where: { code }, data: { fetchedAt: new Date(Date.now() + 3_600_000) } });
    const now = new Date(Date.now() + 1_000).toISOString();
    await apply(anOrderSnapshot({ storeId, code, facts: { ...anOrderSnapshot().facts, paymentMethod: 'Airpay' }, version: { fetchedAt: now, digest: 'z' } }));
    expect(await rowsOf(code)).toMatchObject({ paymentMethod: 'Airpay' });
  });

  it('leaves a locked order out and applies its neighbours', async () => {
    const [locked, free] = [newCode(), newCode()];
    await apply(anOrderSnapshot({ storeId, code: locked }));
    const shipped = { status: { known: true, word: 'SHIPPED', fulfilment: 'IN_TRANSIT', state: 'OPEN' } as const, version: { sourceUpdatedAt: at(59) } };
    await test.database.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM crm.order WHERE code = ${locked} FOR UPDATE`;
      const { leftOut } = await apply(anOrderSnapshot({ storeId, code: locked, ...shipped }), anOrderSnapshot({ storeId, code: free, ...shipped }));
      expect(leftOut.map(({ code }) => code)).toEqual([locked]);
    });
    expect(await rowsOf(free)).toMatchObject({ channelStatus: 'SHIPPED' });
  });

  it('fails one that cannot be decided alone, and spends an attempt of its rows with the reason', async () => {
    const [poison, healthy] = [newCode(), newCode()];
    const event = await addEvent(test.database, storeId, { key: poison });
    await apply(anOrderSnapshot({ storeId, code: poison, buyer: 'v1.unknown.blob', events: [event] }), anOrderSnapshot({ storeId, code: healthy }));
    expect(await rowsOf(healthy)).toMatchObject({ stub: false });
    expect(await test.database.inboundEvent.findUnique({ where: { id: BigInt(event.id) } })).toMatchObject({
      status: 'received', attempts: 1, reason: expect.stringContaining('SECRET_UNREADABLE'),
    });
  });

  it('gives a row up after its last attempt, and tells staff once, counted', async () => {
    const code = newCode();
    const event = await addEvent(test.database, storeId, { key: code });
    await test.database.inboundEvent.update({ where: { id: BigInt(event.id) }, data: { attempts: 5 } });
    const { failed } = await apply(anOrderSnapshot({ storeId, code, buyer: 'v1.gone.blob', events: [event] }));
    expect(failed).toMatchObject([{ id: event.id, code, storeId }]);
    expect(await test.database.notification.findFirst({ where: { kind: 'event_failed' } })).toMatchObject({ count: 1, retryable: true });
  });

  it('keeps an order whose word has no row, and tells staff until no order has it', async () => {
    const code = newCode();
    await apply(anOrderSnapshot({ storeId, code, status: { known: false, word: 'TO_THE_MOON' } }));
    expect(await rowsOf(code)).toMatchObject({ channelStatus: 'TO_THE_MOON', fulfilmentStatus: null, problems: ['UNKNOWN_STATUS'] });
    const told = () => test.database.notification.findFirst({ where: { kind: 'unknown_status', groupKey: 'TO_THE_MOON' }, orderBy: { id: 'desc' } });
    expect(await told()).toMatchObject({ resolvedAt: null });
    await apply(anOrderSnapshot({ storeId, code, version: { sourceUpdatedAt: '2026-07-14T04:00:00.000Z' } }));
    expect(await told()).toMatchObject({ resolvedAt: expect.any(Date) });
  });

  it('counts a read from the future as now, so that no later read loses against it', async () => {
    const code = newCode();
    await apply(anOrderSnapshot({ storeId, code, version: { fetchedAt: '2099-01-01T00:00:00.000Z' } }));
    const order = await test.database.order.findFirstOrThrow({ where: { code } });
    expect(order.fetchedAt?.getTime()).toBeLessThanOrEqual(Date.now() + 60_000);
  });

  it('ends the rows of an unavailable order with the reason, and tells staff', async () => {
    const code = newCode();
    const event = await addEvent(test.database, storeId, { key: code });
    const unavailable = { storeId, channel: 'shopee' as const, code, reason: 'the order is not found', events: [event], traceId: 't' };
    await test.database.$transaction((tx) => applyUnavailable(tx, unavailable));
    expect(await test.database.inboundEvent.findUnique({ where: { id: BigInt(event.id) } })).toMatchObject({ status: 'done', reason: 'the order is not found' });
    expect(await test.database.notification.findFirst({ where: { kind: 'order_unavailable' } })).toMatchObject({ params: { code } });
  });

  it('ends in the same rows after any order of arrival, duplication, cut into batches and with two writers at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aTelling, { minLength: 1, maxLength: 6 }), fc.array(fc.nat(), { minLength: 24, maxLength: 24 }), async (tellings, picks) => {
        const [straight, mixed] = [newCode(), newCode()];
        for (const telling of tellings) await apply(telling(straight));
        const twice = [...tellings, ...tellings].map((telling, index) => ({ telling, pick: picks[index] ?? 0 }));
        const shuffled = twice.sort((a, b) => a.pick - b.pick).map(({ telling }) => telling(mixed));
        const writers = [shuffled.filter((_, index) => (picks[index] ?? 0) % 2 === 0), shuffled.filter((_, index) => (picks[index] ?? 0) % 2 === 1)];
        await Promise.all(writers.map((queue) => drain(queue, (picks[0] ?? 0) % 3 + 1)));
        expect(await rowsOf(mixed)).toEqual(await rowsOf(straight));
      }),
      { numRuns: 25 },
    );
  });
});

const aPackage = (number: string) => ({ number, carrier: 'SPX Express', status: 'LOGISTICS_READY' });

/** A writer: batches of a size, what was left out again. */
async function drain(queue: OrderSnapshot[], size: number): Promise<void> {
  while (queue.length > 0) queue.push(...(await apply(...queue.splice(0, size))).leftOut);
}

const aTelling: fc.Arbitrary<(code: string) => OrderSnapshot> = fc
  .record({
    updated: fc.integer({ min: 0, max: 3 }),
    fetched: fc.integer({ min: 0, max: 3 }),
    status: fc.constantFrom(
      anOrderSnapshot().status,
      { known: true, word: 'SHIPPED', fulfilment: 'IN_TRANSIT', state: 'OPEN' } as const,
      { known: false, word: 'TO_THE_MOON' } as const,
    ),
    name: fc.constantFrom(undefined, 'Người Nhận Thử', 'N***'),
    lines: fc.subarray([aLine(), aLine({ key: 'b' }), aLine({ key: 'a', quantity: '5' })]),
    packages: fc.option(fc.subarray([aPackage('OFG1'), aPackage('OFG2')]), { nil: undefined }),
    tracking: fc.constantFrom(undefined, { OFG1: 'SPXVN1' }, { OFG2: 'SPXVN2', OFG3: 'SPXVN3' }),
    paid: fc.constantFrom(undefined, null, '2026-07-14T03:38:20.000Z'),
  })
  .map(({ updated, fetched, status, name, lines, packages, tracking, paid }) => (code) => {
    const { lines: _lines, packages: _packages, paidAt: _paidAt, ...rest } = anOrderSnapshot().facts;
    return anOrderSnapshot({
      storeId,
      code,
      status,
      facts: { ...rest, ...(lines.length > 0 && { lines }), ...(paid !== undefined && { paidAt: paid }), ...(packages && { packages }), ...(tracking && { trackingNumbers: tracking }) },
      ...(name && { buyer: seal({ name }) }),
      version: { sourceUpdatedAt: at(updated), fetchedAt: at(fetched), rank: 20, digest: JSON.stringify([status, name, lines.map(({ key }) => key), packages, tracking, paid]) },
    });
  });
