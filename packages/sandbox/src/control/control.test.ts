import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Harness, startHarness, type TestShop } from '../testing/harness.ts';
import { anyText, textLike } from '../testing/matchers.ts';
import { CreatedSchema, DetailSchema, LedgerSchema } from '../testing/shapes.ts';
import { nextStatuses } from '../world/transitions.ts';

let harness: Harness;
let shop: TestShop;

beforeEach(async () => {
  harness = await startHarness();
  shop = await harness.addShop();
});
afterEach(() => harness.close());

async function create(given: Record<string, unknown> = {}): Promise<string[]> {
  const { body } = await harness.control('POST', '/orders', { shopId: shop.shopId, ...given });
  return CreatedSchema.parse(body).orders.map(({ orderSn }) => orderSn);
}
const ledger = async (query = '') => LedgerSchema.parse((await harness.control('GET', `/ledger?${query}`)).body);

describe('the control API', () => {
  it('names the fields that are wrong', async () => {
    const { http, body } = await harness.control('POST', '/orders', { shopId: 'x', items: [{ quantity: 0 }] });
    expect(http).toBe(400);
    expect(body).toMatchObject({ error: { code: 'VALIDATION_FAILED', fields: { shopId: anyText, 'items.0.quantity': anyText } } });
  });

  it('knows what it does not have', async () => {
    expect(await harness.control('POST', '/orders', { shopId: 5 })).toMatchObject({ http: 404, body: { error: { fields: { shopId: anyText } } } });
    expect((await harness.control('POST', '/orders/NOSUCH/move', { status: 'SHIPPED' })).http).toBe(404);
  });

  it('refuses a way that no order goes, unless it is forced', async () => {
    const [orderSn = ''] = await create({ cod: true });
    const move = (body: Record<string, unknown>) => harness.control('POST', `/orders/${orderSn}/move`, body);
    expect(await move({ status: 'COMPLETED' })).toMatchObject({ http: 409, body: { error: { fields: { status: textLike(/PROCESSED/) } } } });
    expect(await move({ status: 'TO_REFUND', force: true })).toMatchObject({ http: 200, body: { status: 'TO_REFUND' } });
    expect(await move({ status: 'SHOPEE_NEW_WORD', force: true })).toMatchObject({ body: { status: 'SHOPEE_NEW_WORD' } });
  });

  it('moves the package alone', async () => {
    const [orderSn = ''] = await create({ cod: true, status: 'SHIPPED' });
    const answer = await harness.control('POST', `/orders/${orderSn}/move`, { status: 'SHIPPED', logistics: 'LOGISTICS_LOST' });
    expect(answer.body).toMatchObject({ status: 'SHIPPED', logistics: 'LOGISTICS_LOST' });
  });

  it('makes a shop’s history without pushes', async () => {
    const from = 1_700_000_000;
    const orderSns = await create({ count: 10, status: 'COMPLETED', createTime: from, createTimeTo: from + 1_000, stepSeconds: 60, silent: true });
    const { items } = await ledger();
    expect(items.map(({ orderSn }) => orderSn)).toEqual(orderSns);
    expect(items.every(({ status, pushes }) => status === 'COMPLETED' && pushes.length === 0)).toBe(true);
    expect(items.map(({ moves }) => moves[0]?.updateTime)).toEqual(Array.from({ length: 10 }, (_, index) => from + index * 100));
    expect(items.every(({ moves }) => moves.at(-1)?.updateTime === (moves[0]?.updateTime ?? 0) + (moves.length - 1) * 60)).toBe(true);
  });

  it('begins an empty world on reset, and the same seed gives the same orders', async () => {
    const world = async (): Promise<unknown> => {
      await harness.control('POST', '/reset', { seed: 77 });
      await harness.addShop();
      await create({ count: 5, createTime: 1_784_000_000, silent: true });
      return (await ledger()).items.map(({ order }) => order);
    };
    expect(await world()).toEqual(await world());
  });
});

describe('play', () => {
  it('plays lives that follow the transitions and waits for every push', async () => {
    const other = await harness.addShop('Tiệm Mây (thử)');
    const { body } = await harness.control('POST', '/play', { orders: 60, seed: 9, concurrency: 16 });
    expect(body).toMatchObject({ orders: 60, lost: 0, pending: 0, acknowledged: harness.receiver.received.length });
    expect(harness.receiver.state.wrongSignatures).toBe(0);
    const { items } = await ledger('limit=1000');
    expect(new Set(items.map(({ shopId }) => shopId))).toEqual(new Set([shop.shopId, other.shopId]));
    for (const { moves } of items) {
      const changes = moves.map(({ status }) => status).filter((status, index, all) => status !== all[index - 1]);
      changes.slice(1).forEach((status, index) => expect([...nextStatuses(changes.slice(0, index + 1)).keys()]).toContain(status));
      expect(moves.map(({ updateTime }) => updateTime)).toEqual(moves.map(({ updateTime }) => updateTime).toSorted((one, two) => one - two));
    }
  });

  it('keeps to the rate that is asked for', async () => {
    const { body } = await harness.control('POST', '/play', { orders: 20, ordersPerSecond: 200, maxSteps: 0 });
    expect(body).toMatchObject({ orders: 20, moves: 20 });
    expect(Number(body['seconds'])).toBeGreaterThanOrEqual(0.09);
  });

  it('ends early when the sandbox closes', async () => {
    const running = harness.control('POST', '/play', { orders: 100, ordersPerSecond: 1 });
    await vi.waitFor(async () => {
      expect((await harness.control('GET', '/stats')).body['orders']).toBe(1);
    });
    const started = performance.now();
    await harness.sandbox.close();
    expect(Number((await running).body['orders'])).toBeLessThan(100);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('the ledger', () => {
  it('pages with a cursor and filters by shop and time', async () => {
    const orderSns = await create({ count: 5, createTime: 1_700_000_000, silent: true });
    const first = await ledger('limit=3');
    const second = await ledger(`limit=3&cursor=${first.nextCursor ?? ''}`);
    expect([...first.items, ...second.items].map(({ orderSn }) => orderSn)).toEqual(orderSns);
    expect(second.nextCursor).toBeNull();
    expect((await ledger('updatedSince=1700000001')).items).toEqual([]);
    expect((await ledger('shopId=5')).items).toEqual([]);
  });

  it('shows the clear recipient of a masked order', async () => {
    await create({ masked: true, recipient: { name: 'Người Nhận Thử' } });
    const [entry] = (await ledger()).items;
    expect(entry).toMatchObject({ masked: true, order: { recipient_address: { name: 'Người Nhận Thử' } } });
  });
});

describe('faults of the API', () => {
  const detail = (orderSn: string, fields = '') =>
    harness.raw('GET', '/api/v2/order/get_order_detail', { shop, query: { order_sn_list: orderSn, response_optional_fields: fields } });

  it.each([
    [{ rateLimit429: 1 }, 429, /error_rate_limit/],
    [{ fail5xx: 1 }, 50, /error_server/],
    [{ html: 1 }, 502, /<html>/],
    [{ errorBody: { error: 'error_limit', message: 'daily API call limit' } }, 200, /error_limit.*daily API call limit/],
    [{ truncated: 1 }, 200, /^\{"error":""[^}]*$/],
  ])('%j answers as it says', async (fault, http, text) => {
    const [orderSn = ''] = await create();
    await harness.control('POST', '/faults', { endpoint: 'get_order_detail', ...fault });
    const answer = await detail(orderSn);
    expect(String(answer.status)).toMatch(new RegExp(`^${String(http)}`));
    expect(await answer.text()).toMatch(text);
    await harness.control('DELETE', '/faults');
    expect((await detail(orderSn)).status).toBe(200);
  });

  it('break the connection after the call took effect', async () => {
    await harness.control('POST', '/faults', { endpoint: 'access_token/get', dropAnswer: 1 });
    const body = { partner_id: 2_000_001, shop_id: shop.shopId, refresh_token: shop.refreshToken };
    const refresh = () => harness.raw('POST', '/api/v2/auth/access_token/get', { body });
    await expect(refresh()).rejects.toThrow();
    await harness.control('DELETE', '/faults');
    expect(await (await refresh()).json()).toMatchObject({ error: 'error_shop_refresh_token' });
  });

  it('answer from before the last move while reads are stale', async () => {
    const [orderSn = ''] = await create({ cod: true });
    const status = async (): Promise<unknown> => DetailSchema.parse(await (await detail(orderSn)).json()).response.order_list[0]?.order_status;
    await harness.control('POST', '/faults', { staleReads: 60_000 });
    expect(await (await detail(orderSn)).json()).toMatchObject({ error: 'error_not_found' });
    await harness.control('POST', `/orders/${orderSn}/move`, { status: 'PROCESSED' });
    expect(await status()).toBe('READY_TO_SHIP');
    await harness.control('DELETE', '/faults');
    expect(await status()).toBe('PROCESSED');
  });

  it('star everybody, and print amounts with a decimal', async () => {
    const [orderSn = ''] = await create({ cod: true, masked: false });
    await harness.control('POST', '/faults', { rules: [{ maskAll: true }, { decimalMoney: true }] });
    const text = await (await detail(orderSn, 'total_amount,recipient_address')).text();
    expect(text).toMatch(/"total_amount":\d+\.0,/);
    expect(text).toMatch(/"phone":"\*{6}\d\d"/);
  });

  it('touch only the shop that is named', async () => {
    await harness.control('POST', '/faults', { shopId: 5, rateLimit429: 1 });
    expect((await harness.call('GET', '/api/v2/shop/get_shop_info', { shop })).http).toBe(200);
    await harness.control('POST', '/faults', { shopId: shop.shopId, rateLimit429: 1 });
    const body = { partner_id: 2_000_001, shop_id: shop.shopId, refresh_token: shop.refreshToken };
    expect((await harness.call('POST', '/api/v2/auth/access_token/get', { body })).http).toBe(429);
  });
});
