import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { fixture, namesIn } from '../testing/fixture.ts';
import { type Harness, startHarness, type TestShop } from '../testing/harness.ts';
import { CreatedSchema, LedgerSchema } from '../testing/shapes.ts';

const LOST = '/api/v2/push/get_lost_push_message';
const CONFIRM = '/api/v2/push/confirm_consumed_lost_push_message';
const LostSchema = z.object({
  response: z.object({
    push_message_list: z.array(z.object({ shop_id: z.number(), code: z.number(), timestamp: z.number(), data: z.string() })),
    has_next_page: z.boolean(),
    last_message_id: z.number(),
  }),
});

let harness: Harness;
let shop: TestShop;

beforeEach(async () => {
  // Retries after 3, 18 and 108 ms in place of 5 minutes, 30 minutes and 3 hours.
  harness = await startHarness({ timeScale: 100_000, pushTimeoutMs: 200 });
  shop = await harness.addShop();
});
afterEach(() => harness.close());

async function create(given: Record<string, unknown> = {}): Promise<string> {
  const { body } = await harness.control('POST', '/orders', { shopId: shop.shopId, cod: true, ...given });
  return CreatedSchema.parse(body).orders[0]?.orderSn ?? '';
}
const move = (orderSn: string, status: string): Promise<unknown> => harness.control('POST', `/orders/${orderSn}/move`, { status });
const pushesOf = async (orderSn: string) => LedgerSchema.parse((await harness.control('GET', `/ledger?orderSn=${orderSn}`)).body).items[0]?.pushes ?? [];
const settled = (): Promise<void> =>
  vi.waitFor(async () => {
    expect((await harness.control('GET', '/stats')).body['pending']).toBe(0);
  }, 5_000);

describe('pushes', () => {
  it('tell each change once, signed, in the shapes of real ones', async () => {
    const orderSn = await create({ status: 'COMPLETED' });
    await settled();
    const byCode = (code: number) => harness.receiver.received.filter((push) => push.code === code);
    expect(byCode(3).map(({ data }) => data['status']).toSorted()).toEqual(['COMPLETED', 'PROCESSED', 'READY_TO_SHIP', 'SHIPPED', 'TO_CONFIRM_RECEIVE']);
    expect(byCode(3).every(({ data }) => data['ordersn'] === orderSn)).toBe(true);
    expect(byCode(4)).toHaveLength(1);
    expect(byCode(30).map(({ data }) => data['fulfillment_status'])).toContain('LOGISTICS_DELIVERY_DONE');
    expect(namesIn(byCode(3)[0])).toEqual(namesIn(fixture('push-order-completed')));
    expect(namesIn(byCode(4)[0])).toEqual(namesIn(fixture('push-trackingno')));
    expect(namesIn(byCode(30)[0]).filter((name) => name !== '.msg_id')).toEqual(namesIn(fixture('push-package-fulfillment')));
    expect(new Set(harness.receiver.received.map((push) => push.msg_id)).size).toBe(harness.receiver.received.length);
    expect(harness.receiver.state.wrongSignatures).toBe(0);
  });

  it('are tried again with the same body until they are taken', async () => {
    let refused = 0;
    harness.receiver.state.answer = () => ({ status: (refused += 1) > 4 ? 204 : 503 });
    const orderSn = await create();
    await settled();
    const pushes = await pushesOf(orderSn);
    expect(pushes.map(({ status }) => status)).toEqual(['acknowledged', 'acknowledged']);
    expect(pushes.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(6);
    expect(new Set(harness.receiver.received.map((push) => JSON.stringify(push))).size).toBe(2);
  });

  it('count an answer with a body as failed', async () => {
    harness.receiver.state.answer = () => ({ status: 200, body: '{"ok":true}' });
    const orderSn = await create();
    await settled();
    expect((await pushesOf(orderSn)).map(({ status, attempts }) => [status, attempts])).toEqual([['lost', 4], ['lost', 4]]);
  });

  it('go to the lost list after four attempts, and leave it when they are confirmed', async () => {
    harness.receiver.state.answer = () => ({ status: 500 });
    await create();
    await settled();
    const first = LostSchema.parse((await harness.call('GET', LOST)).body).response;
    expect(first.push_message_list.map(({ data }) => z.looseObject({ code: z.number() }).parse(JSON.parse(data)).code)).toEqual([3, 30]);
    await harness.call('POST', CONFIRM, { body: { last_message_id: first.last_message_id } });
    expect(LostSchema.parse((await harness.call('GET', LOST)).body).response.push_message_list).toEqual([]);
  });

  it('count as failed when no answer comes in time', async () => {
    let silent = 0;
    harness.receiver.state.answer = () => ((silent += 1) > 2 ? { status: 204 } : 'none');
    const orderSn = await create();
    await settled();
    expect((await pushesOf(orderSn)).map(({ status, attempts }) => [status, attempts])).toEqual([['acknowledged', 2], ['acknowledged', 2]]);
  });

  it('count as failed where nobody listens', async () => {
    await harness.receiver.close();
    const orderSn = await create();
    await settled();
    expect((await pushesOf(orderSn)).map(({ status }) => status)).toEqual(['lost', 'lost']);
  });

  it('are not sent for silent changes', async () => {
    const orderSn = await create({ status: 'SHIPPED', silent: true });
    expect(await pushesOf(orderSn)).toEqual([]);
    await move(orderSn, 'TO_CONFIRM_RECEIVE');
    await settled();
    expect(harness.receiver.received.map(({ code }) => code).toSorted()).toEqual([3, 30]);
  });
});

describe('faults of pushes', () => {
  it('double every push', async () => {
    await harness.control('POST', '/faults', { duplicatePushes: 1 });
    await create();
    await settled();
    const ids = harness.receiver.received.map((push) => push.msg_id);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(2);
  });

  it('drop pushes for good, of one order alone', async () => {
    const dropped = await create({ silent: true });
    await harness.control('POST', '/faults', { rules: [{ orderSn: dropped, dropPushes: 1 }] });
    await move(dropped, 'PROCESSED');
    const other = await create();
    await settled();
    expect((await pushesOf(dropped)).every(({ status, attempts }) => status === 'dropped' && attempts === 0)).toBe(true);
    expect((await pushesOf(other)).every(({ status }) => status === 'acknowledged')).toBe(true);
    expect(LostSchema.parse((await harness.call('GET', LOST)).body).response.push_message_list).toEqual([]);
  });

  it('let later pushes overtake', async () => {
    const orderSn = await create({ silent: true });
    await harness.control('POST', '/faults', { reorderPushes: 1 });
    await move(orderSn, 'PROCESSED');
    await harness.control('DELETE', '/faults');
    await move(orderSn, 'SHIPPED');
    await settled();
    const statuses = harness.receiver.received.filter(({ code }) => code === 3).map(({ data }) => data['status']);
    expect(statuses).toEqual(['SHIPPED', 'PROCESSED']);
  });
});
