import fc from 'fast-check';
import { channels } from 'shared/domain/channel';
import { fulfilmentStatuses, orderStates, paymentStatuses } from 'shared/domain/order-words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestConsole, type TestConsole } from '../../testing/console.ts';
import { addStore } from '../../testing/orders.ts';
import { OrderListSchema } from './schema.ts';

const ORDERS = 160;
const words = { fulfilment: fulfilmentStatuses.slice(0, 4), payment: paymentStatuses.slice(0, 2), state: orderStates.slice(0, 3) };

let desk: TestConsole;
const stores: bigint[] = [];
beforeAll(async () => {
  desk = await createTestConsole();
  for (const [index, channel] of channels.slice(0, 2).entries()) stores.push(await addStore(desk.database, { channel, externalId: String(index) }));
});
afterAll(() => desk.close());

/** Many orders share an instant, and some have none: the id alone parts them. */
async function seed(offset: number): Promise<void> {
  await desk.database.order.createMany({
    data: Array.from({ length: ORDERS }, (_, n) => ({
      storeId: stores[n % stores.length] ?? 0n,
      channel: channels[n % stores.length] ?? 'shopee',
      code: `${n % 3 === 0 ? 'AB' : 'CD'}${offset}-${n}`,
      stub: n % 17 === 0,
      sourceCreatedAt: n % 23 === 0 ? null : new Date(Date.UTC(2026, 10, 1 + (n % 9), n % 2)),
      fulfilmentStatus: words.fulfilment[n % 4] ?? null,
      paymentStatus: words.payment[n % 2] ?? null,
      state: words.state[(n >> 2) % 3] ?? null,
      channelStatus: n % 5 === 0 ? 'READY_TO_SHIP' : 'SHIPPED',
      shipBy: new Date(Date.UTC(2026, 10, 20 + (n % 9))),
      problems: n % 7 === 0 ? ['UNLINKED_SKU'] : [],
    })),
  });
}

const some = <T>(values: readonly T[]) => fc.option(fc.subarray([...values], { minLength: 1 }).map((list) => list.join(',')), { nil: undefined });
const filters = fc.record({
  channel: some(['shopee', 'lazada']),
  storeId: some([0, 1]).map((list) => list?.split(',').map((index) => String(stores[Number(index)])).join(',')),
  fulfilmentStatus: some(words.fulfilment),
  paymentStatus: some(words.payment),
  state: some(words.state),
  channelStatus: some(['READY_TO_SHIP', 'SHIPPED']),
  problem: some(['LATE', 'UNLINKED_SKU']),
  q: fc.option(fc.constantFrom('AB', 'CD0-1', 'cd'), { nil: undefined }),
  from: fc.option(fc.constantFrom('2026-11-03', '2026-11-05T01:00:00Z'), { nil: undefined }),
});

async function follow(query: Record<string, string | undefined>, between: () => Promise<unknown>): Promise<string[]> {
  const codes: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; await between()) {
    const given = Object.entries({ ...query, cursor }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]]));
    const answer = await desk.asMachine({ url: `/api/orders?${new URLSearchParams(given).toString()}` });
    const page = OrderListSchema.parse(answer.json());
    codes.push(...page.items.map(({ code }) => code));
    cursor = page.nextCursor;
  }
  return codes;
}

describe('following the cursors', () => {
  it('visits every order that matches exactly once, in order, whatever the filters and the size of a page', async () => {
    await seed(0);
    await fc.assert(
      fc.asyncProperty(filters, fc.constantFrom('placed', '-placed'), fc.integer({ min: 1, max: 40 }), async (query, sort, limit) => {
        const all = await follow({ ...query, sort, limit: '200' }, async () => {});
        expect(new Set(all).size).toBe(all.length);
        expect(await follow({ ...query, sort, limit: String(limit) }, async () => {})).toEqual(all);
        const other = await follow({ ...query, sort: sort === 'placed' ? '-placed' : 'placed', limit: '200' }, async () => {});
        expect(other).toEqual(all.toReversed());
      }),
      { numRuns: 25 },
    );
  });

  it('shows an order that matches all along exactly once, also while others come, change and leave', async () => {
    let n = 0;
    const churn = async () => {
      n += 1;
      await desk.database.order.updateMany({ where: { id: { gt: 0n }, code: { endsWith: String(n % 10) } }, data: { note: `note ${n}`, fulfilmentStatus: words.fulfilment[n % 4] ?? null } });
      await desk.database.order.create({ data: { storeId: stores[0] ?? 0n, channel: 'shopee', code: `NEW-${n}`, stub: false, paymentStatus: 'PAID', sourceCreatedAt: new Date(Date.UTC(2026, 10, 1 + (n % 28))) } });
    };
    for (const sort of ['placed', '-placed']) {
      const before = await follow({ sort, paymentStatus: 'PAID', limit: '200' }, async () => {});
      const seen = await follow({ sort, paymentStatus: 'PAID', limit: '9' }, churn);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toEqual(expect.arrayContaining(before));
      expect(seen.filter((code) => before.includes(code))).toEqual(before);
    }
  });
});
