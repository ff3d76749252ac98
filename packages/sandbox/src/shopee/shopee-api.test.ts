import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixture, namesIn } from '../testing/fixture.ts';
import { type Answered, type Harness, startHarness, type TestShop } from '../testing/harness.ts';
import { textLike } from '../testing/matchers.ts';
import { CreatedSchema, DetailSchema, ListSchema } from '../testing/shapes.ts';

const DETAIL = '/api/v2/order/get_order_detail';
const LIST = '/api/v2/order/get_order_list';
const TRACKING = '/api/v2/logistics/get_tracking_number';
const T0 = 1_784_000_000;
const DAY = 24 * 3600;

let nowMs = T0 * 1000;
let harness: Harness;
let shop: TestShop;

beforeEach(async () => {
  nowMs = T0 * 1000;
  harness = await startHarness({ clock: () => nowMs });
  shop = await harness.addShop();
});
afterEach(() => harness.close());

const later = (seconds: number): void => {
  nowMs += seconds * 1000;
};
async function create(given: Record<string, unknown> = {}): Promise<string[]> {
  const { body } = await harness.control('POST', '/orders', { shopId: shop.shopId, ...given });
  return CreatedSchema.parse(body).orders.map(({ orderSn }) => orderSn);
}
const detail = (orderSns: readonly string[], query: Record<string, string> = {}): Promise<Answered> =>
  harness.call('GET', DETAIL, { shop, query: { order_sn_list: orderSns.join(','), ...query } });
const list = (query: Record<string, string>): Promise<Answered> =>
  harness.call('GET', LIST, { shop, query: { time_range_field: 'update_time', time_from: String(T0 - 100), time_to: String(T0 + 1_000), page_size: '100', ...query } });

describe('every call', () => {
  it.each([
    { what: 'a wrong sign', override: { sign: '0'.repeat(64) }, http: 403, error: 'error_sign', message: 'Wrong sign.' },
    { what: 'an upper-case sign', override: { sign: 'A'.repeat(64) }, http: 403, error: 'error_sign', message: 'Wrong sign.' },
    { what: 'another partner', override: { partner_id: '1' }, http: 400, error: 'error_param', message: 'Invalid partner_id.' },
    { what: 'no time', override: { timestamp: '' }, http: 400, error: 'error_param', message: 'Invalid timestamp.' },
    { what: 'milliseconds', override: { timestamp: String(T0 * 1000) }, http: 400, error: 'error_param', message: 'Timestamp is expired.' },
    { what: 'an old time', override: { timestamp: String(T0 - 301) }, http: 400, error: 'error_param', message: 'Timestamp is expired.' },
    { what: 'another shop', override: { shop_id: '5' }, http: 403, error: 'error_sign', message: 'Wrong sign.' },
  ])('with $what is refused in Shopee’s words', async ({ override, http, error, message }) => {
    const answer = await harness.call('GET', DETAIL, { shop, override, query: { order_sn_list: 'X' } });
    expect(answer).toMatchObject({ http, body: { error, message, request_id: textLike(/^[0-9a-f]{32}$/) } });
  });

  it('with a token that has run out is refused as the reference says, and an unknown one likewise', async () => {
    later(4 * 3600);
    expect((await detail(['X'])).body).toMatchObject({ error: 'error_auth', message: 'Invalid access_token.' });
    const unknown = { ...shop, accessToken: 'ff' };
    expect((await harness.call('GET', DETAIL, { shop: unknown })).body).toMatchObject({ error: 'invalid_acceess_token' });
  });
});

describe('tokens', () => {
  const ids = (): Record<string, unknown> => ({ partner_id: 2_000_001, shop_id: shop.shopId });
  const refresh = (refreshToken: string): Promise<Answered> =>
    harness.call('POST', '/api/v2/auth/access_token/get', { body: { ...ids(), refresh_token: refreshToken } });

  it('are refreshed once, with fields at top level as published', async () => {
    const first = await refresh(shop.refreshToken);
    expect(namesIn(first.body)).toEqual(namesIn(fixture('token-refresh')));
    expect(first.body).toMatchObject({ error: '', expire_in: 14_400, shop_id: shop.shopId });
    expect((await refresh(shop.refreshToken)).body).toMatchObject({ error: 'error_shop_refresh_token' });
  });

  it('come for a code, once', async () => {
    const { body } = await harness.control('POST', `/shops/${String(shop.shopId)}/code`);
    const get = (): Promise<Answered> => harness.call('POST', '/api/v2/auth/token/get', { body: { ...ids(), code: body['code'] } });
    const answer = await get();
    expect(namesIn(answer.body)).toEqual(namesIn(fixture('token-get-shop')));
    expect((await get()).body).toMatchObject({ error: 'invalid_code' });
  });

  it('are asked for over the seller’s page, which goes back with code and shop', async () => {
    const query = { redirect: 'https://crm.example.vn/oauth/shopee/callback?state=abc' };
    const answer = await harness.raw('GET', '/api/v2/shop/auth_partner', { query });
    expect(await answer.text()).toMatch(/callback\?state=abc&amp;code=[0-9a-f]{32}&amp;shop_id=620000001/);
  });

  it('end when the authorisation is withdrawn', async () => {
    await harness.control('PATCH', `/shops/${String(shop.shopId)}`, { endTokens: 'all' });
    expect((await refresh(shop.refreshToken)).body).toMatchObject({ error: 'error_shop_refresh_token' });
    expect((await detail(['X'])).body).toMatchObject({ error: 'error_auth' });
  });
});

describe('get_shop_info', () => {
  it('has the names of the published sample', async () => {
    const { body } = await harness.call('GET', '/api/v2/shop/get_shop_info', { shop });
    expect(namesIn(body)).toEqual(namesIn(fixture('shop-info')));
  });
});

describe('get_order_detail', () => {
  it('answers up to fifty, each once, not in the order asked', async () => {
    const orderSns = await create({ count: 50 });
    const { body } = await detail([...orderSns, orderSns[0] ?? '']);
    const answered = DetailSchema.parse(body).response.order_list.map(({ order_sn: orderSn }) => orderSn);
    expect(answered.toSorted()).toEqual(orderSns.toSorted());
    expect(answered).not.toEqual(orderSns);
  });

  it('refuses none and fifty-one', async () => {
    const orderSns = await create({ count: 51 });
    for (const asked of [[], orderSns]) expect((await detail(asked)).body).toMatchObject({ error: 'error_param' });
  });

  it('leaves out what is not asked for', async () => {
    const { body } = await detail(await create({ cod: true }), { response_optional_fields: 'total_amount,item_list' });
    const [order = {}] = DetailSchema.parse(body).response.order_list;
    expect(order).toHaveProperty('total_amount');
    expect(order).toHaveProperty('item_list');
    expect(order).not.toHaveProperty('recipient_address');
  });

  it('fails whole for an unknown number, or leaves it out where the setting says so', async () => {
    const [known = ''] = await create();
    expect((await detail([known, '260714NOSUCH00'])).body).toMatchObject({ error: 'error_not_found' });
    await harness.control('POST', '/faults', { unknownNumberFailsCall: false });
    const { body } = await detail([known, '260714NOSUCH00']);
    expect(DetailSchema.parse(body).response.order_list.map(({ order_sn: orderSn }) => orderSn)).toEqual([known]);
  });

  it('does not know another shop’s order', async () => {
    const other = await harness.addShop('Tiệm Khác (thử)');
    const [orderSn = ''] = await create();
    expect((await harness.call('GET', DETAIL, { shop: other, query: { order_sn_list: orderSn } })).body).toMatchObject({ error: 'error_not_found' });
  });
});

describe('get_order_list', () => {
  it('pages to the end with its cursor, every order once', async () => {
    const orderSns = await create({ count: 25 });
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = ListSchema.parse((await list({ page_size: '10', cursor })).body).response;
      seen.push(...page.order_list.map(({ order_sn: orderSn }) => orderSn));
      cursor = page.next_cursor;
      expect(page.more).toBe(cursor !== '');
    } while (cursor !== '');
    expect(seen.toSorted()).toEqual(orderSns.toSorted());
  });

  it('finds an order by its last change only', async () => {
    const [orderSn = ''] = await create({ cod: true });
    later(500);
    await harness.control('POST', `/orders/${orderSn}/move`, { status: 'PROCESSED' });
    const entries = async (query: Record<string, string>): Promise<unknown> => ListSchema.parse((await list(query)).body).response.order_list;
    expect(await entries({ time_to: String(T0 + 499) })).toEqual([]);
    expect(await entries({ time_from: String(T0 + 500), response_optional_fields: 'order_status' })).toEqual([{ order_sn: orderSn, order_status: 'PROCESSED' }]);
    expect(await entries({ time_range_field: 'create_time', time_to: String(T0 + 499) })).toEqual([{ order_sn: orderSn }]);
  });

  it.each([
    ['from = to', { time_from: String(T0), time_to: String(T0) }, 'order.order_list_invalid_time'],
    ['a window over 15 days', { time_from: String(T0), time_to: String(T0 + 15 * DAY + 1) }, 'order.order_list_invalid_time'],
    ['a page of 101', { page_size: '101' }, 'error_param'],
    ['a filter that cannot be', { order_status: 'TO_RETURN' }, 'error_param'],
    ['a cursor of somebody else', { cursor: 'abc' }, 'error_param'],
    ['no time field', { time_range_field: 'pay_time' }, 'error_param'],
  ])('refuses %s', async (_what, query, error) => {
    expect((await list(query)).body).toMatchObject({ error });
  });

  it('filters by one status, and lists PENDING only on request', async () => {
    await create({ status: 'SHIPPED', count: 2 });
    const [pending = ''] = await create({ cod: true, status: 'PENDING' });
    const numbers = async (query: Record<string, string>): Promise<string[]> =>
      ListSchema.parse((await list(query)).body).response.order_list.map(({ order_sn: orderSn }) => orderSn);
    expect(await numbers({ order_status: 'SHIPPED' })).toHaveLength(2);
    expect(await numbers({})).not.toContain(pending);
    expect(await numbers({ request_order_status_pending: 'true' })).toContain(pending);
  });

  it('takes exactly 15 days', async () => {
    expect((await list({ time_from: String(T0), time_to: String(T0 + 15 * DAY) })).body).toMatchObject({ error: '' });
  });
});

describe('get_tracking_number', () => {
  it('is empty until the order is PROCESSED', async () => {
    const [orderSn = ''] = await create({ cod: true });
    const ask = async (): Promise<unknown> => (await harness.call('GET', TRACKING, { shop, query: { order_sn: orderSn } })).body['response'];
    expect(await ask()).toEqual({ tracking_number: '', hint: '' });
    await harness.control('POST', `/orders/${orderSn}/move`, { status: 'PROCESSED' });
    expect(namesIn(await ask())).toEqual(namesIn({ tracking_number: '', plp_number: '', hint: '' }));
    expect(await ask()).toMatchObject({ tracking_number: textLike(/\d{10}$/) });
  });
});
