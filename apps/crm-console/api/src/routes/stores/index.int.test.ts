import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestConsole, type TestConsole } from '../../testing/console.ts';
import { addStore } from '../../testing/orders.ts';
import { StoreListSchema, StoreSchema } from './schema.ts';

let desk: TestConsole;
let storeId: bigint;
beforeAll(async () => {
  desk = await createTestConsole();
  storeId = await addStore(desk.database, { name: 'Tiệm Trà' });
  await addStore(desk.database, { name: 'An Cũ', externalId: '2' }).then((id) => desk.database.store.update({ where: { id }, data: { status: 'removed', removedAt: new Date() } }));
  await desk.database.cursor.create({ data: { storeId, kind: 'orders', value: { until: 1 } } });
  const event = (n: number, origin: string, receivedAt: string, status: string) => ({
    channel: 'shopee', storeId, origin, urgent: origin === 'push', kind: 'order', key: `code-${n}`, body: Buffer.from('{}'), dedupeKey: `${n}`, status, receivedAt: new Date(receivedAt), traceId: 'trace',
  });
  await desk.database.inboundEvent.createMany({
    data: [event(1, 'push', '2026-11-24T07:00:00Z', 'done'), event(2, 'push', '2026-11-24T07:10:00Z', 'received'), event(3, 'sweep', '2026-11-24T07:20:00Z', 'received')],
  });
});
afterAll(() => desk.close());

describe('GET /api/stores', () => {
  it('tells how fresh a store is, and leaves null what is not known', async () => {
    const { items } = StoreListSchema.parse((await desk.asMachine({ url: '/api/stores' })).json());
    expect(items.map(({ name }) => name)).toEqual(['Tiệm Trà', 'An Cũ']);
    expect(items[0]).toMatchObject({
      id: String(storeId), channel: 'shopee', status: 'active', area: null, import: null, switches: {}, cursors: { orders: { until: 1 } },
      freshness: { lastPushAt: '2026-11-24T07:10:00.000Z', lastSweepAt: null, pushRegistration: null, lagMs: expect.any(Number) },
    });
    expect(items[1]?.freshness).toEqual({ lastPushAt: null, lastSweepAt: null, lagMs: 0, pushRegistration: null });
  });

  it('gives one by its id, and 404 for one that is not there', async () => {
    expect(StoreSchema.parse((await desk.asMachine({ url: `/api/stores/${storeId}` })).json()).name).toBe('Tiệm Trà');
    expect((await desk.asMachine({ url: '/api/stores/999' })).json().error.code).toBe('STORE_NOT_FOUND');
  });
});

describe('GET /api/events', () => {
  it.each([
    ['', ['code-3', 'code-2', 'code-1']],
    ['status=received', ['code-3', 'code-2']],
    ['origin=push&status=done,failed', ['code-1']],
    ['q=code-2', ['code-2']],
    ['q=code', []],
    ['storeId=999', []],
  ])('?%s gives %j, without bodies', async (query, keys) => {
    const answer = await desk.asMachine({ url: `/api/events?${query}` });
    expect(answer.json().items.map(({ key }: { key: string }) => key)).toEqual(keys);
    expect(answer.body).not.toContain('body');
  });

  it('pages by its cursor', async () => {
    const first = (await desk.asMachine({ url: '/api/events?limit=2' })).json();
    const second = (await desk.asMachine({ url: `/api/events?limit=2&cursor=${first.nextCursor}` })).json();
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, null]);
  });
});
