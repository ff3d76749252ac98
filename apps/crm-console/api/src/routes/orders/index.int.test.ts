import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestConsole, type TestConsole } from '../../testing/console.ts';
import { addOrder, addStore } from '../../testing/orders.ts';
import { OrderCountsSchema, OrderListSchema } from './schema.ts';

let desk: TestConsole;
let shopee: bigint;
let lazada: bigint;
beforeAll(async () => {
  desk = await createTestConsole();
  shopee = await addStore(desk.database, { name: 'Tiệm Trà Nhà Mây' });
  lazada = await addStore(desk.database, { channel: 'lazada', name: 'Nhà Cáo', externalId: '9000002' });
  await addOrder(desk.database, { storeId: shopee, code: '261124TESTK7Q2' });
  await addOrder(desk.database, { storeId: shopee, code: '261123TESTW6UC', fields: { shipBy: new Date('2026-11-24T06:30:00Z'), sourceCreatedAt: new Date('2026-11-23T14:50:00Z'), problems: ['UNLINKED_SKU'] } });
  await addOrder(desk.database, { storeId: shopee, code: '261122TESTB8GE', fields: { fulfilmentStatus: 'IN_TRANSIT', channelStatus: 'SHIPPED', paymentStatus: 'PAID', shipBy: new Date('2026-11-23T00:00:00Z'), sourceCreatedAt: new Date('2026-11-22T02:12:00Z') } });
  await addOrder(desk.database, { storeId: shopee, code: '261121TESTIN_C', fields: { state: 'CANCELLING', channelStatus: 'IN_CANCEL', fulfilmentStatus: 'READY_TO_SHIP', sourceCreatedAt: new Date('2026-11-21T02:00:00Z') } });
  await addOrder(desk.database, { storeId: lazada, channel: 'lazada', code: '9000004128', fields: { channelStatus: 'brand_new_word', fulfilmentStatus: null, state: null, paymentStatus: null, problems: ['UNKNOWN_STATUS'], sourceCreatedAt: new Date('2026-11-20T02:00:00Z') }, lines: [{ name: 'Khăn bếp', productCode: 'KHAN-5X' }, { name: 'Đã bỏ', productCode: 'GONE-1', vanished: true }] });
  await addOrder(desk.database, { storeId: shopee, code: '261124STUB', fields: { stub: true } });
  await addOrder(desk.database, { storeId: shopee, code: 'NOTIME1', fields: { sourceCreatedAt: null, fulfilmentStatus: 'CANCELLED', state: 'CANCELLED' } });
});
afterAll(() => desk.close());

const list = async (query: string) => OrderListSchema.parse((await desk.asMachine({ url: `/api/orders?${query}` })).json());
const codes = async (query: string): Promise<string[]> => (await list(query)).items.map(({ code }) => code);

describe('GET /api/orders', () => {
  it('shows an order in the API’s words: money as text, times as instants, labels from the status table', async () => {
    const [order] = (await list('q=261124TESTK')).items;
    expect(order).toMatchObject({
      channel: 'shopee', storeId: String(shopee), storeName: 'Tiệm Trà Nhà Mây', code: '261124TESTK7Q2', channelStatus: 'READY_TO_SHIP',
      channelStatusLabel: { vi: 'Sẵn sàng giao', en: 'Ready to ship', meaning: { vi: expect.any(String), en: expect.any(String) } },
      fulfilmentStatus: 'NOT_SHIPPED', paymentStatus: 'UNPAID', state: 'OPEN', currency: 'VND', totalAmount: '1234500', shippingFee: '16500',
      discount: null, refundedAmount: '0', sourceCreatedAt: '2026-11-24T07:38:00.000Z', processedInCrm: false, problems: [], lineCount: 2, itemCount: 4.5,
      packages: [{ number: 'PKG-261124TESTK7Q2', trackingNumber: 'SPXVN-261124TESTK7Q2', status: 'LOGISTICS_READY', statusLabel: { vi: 'Chờ xác nhận gói', en: 'Ready to arrange' } }],
    });
    expect(order?.lines[0]).toMatchObject({ name: 'Ấm trà gốm men rạn 650 ml', productId: 'AM-GOM-650-Q', products: [], quantity: 1, quotedPrice: '690000', salePriceVat: '595000', sellable: null });
    expect(order?.lines[1]).toMatchObject({ productId: null, quantity: 3.5 });
  });

  it('hides stubs and vanished lines, and puts an order without a time first', async () => {
    expect(await codes('')).toEqual(['NOTIME1', '261124TESTK7Q2', '261123TESTW6UC', '261122TESTB8GE', '261121TESTIN_C', '9000004128']);
    expect(await codes('sort=placed')).toEqual(['9000004128', '261121TESTIN_C', '261122TESTB8GE', '261123TESTW6UC', '261124TESTK7Q2', 'NOTIME1']);
    expect((await list('channel=lazada')).items[0]?.lines.map(({ name }) => name)).toEqual(['Khăn bếp']);
  });

  it('keeps a word that no table has, as it came', async () => {
    const [order] = (await list('channelStatus=brand_new_word')).items;
    expect(order).toMatchObject({ channelStatusLabel: { vi: 'brand_new_word', en: 'brand_new_word', meaning: null }, fulfilmentStatus: null, problems: ['UNKNOWN_STATUS'] });
  });

  it.each([
    ['channel=lazada', ['9000004128']],
    ['channel=lazada,shopee&limit=200&fulfilmentStatus=IN_TRANSIT', ['261122TESTB8GE']],
    ['fulfilmentStatus=IN_TRANSIT,READY_TO_SHIP', ['261122TESTB8GE', '261121TESTIN_C']],
    ['paymentStatus=PAID', ['261122TESTB8GE']],
    ['state=CANCELLING,CANCELLED', ['NOTIME1', '261121TESTIN_C']],
    ['channelStatus=SHIPPED,IN_CANCEL', ['261122TESTB8GE', '261121TESTIN_C']],
    ['channel=lazada&channelStatus=SHIPPED', []],
    ['problem=UNLINKED_SKU', ['261123TESTW6UC']],
    ['problem=LATE', ['261123TESTW6UC']],
    ['problem=LATE,UNKNOWN_STATUS', ['261123TESTW6UC', '9000004128']],
    ['problem=LATE&state=CANCELLED', []],
    ['q=261124', ['261124TESTK7Q2']],
    ['q=261124testk7q2', ['261124TESTK7Q2']],
    ['q=261121TESTIN_C', ['261121TESTIN_C']],
    ['q=261121TESTIN%25', []],
    ['q=spxvn-2611', ['261124TESTK7Q2', '261123TESTW6UC', '261122TESTB8GE', '261121TESTIN_C']],
    ['q=KHAN-5X', ['9000004128']],
    ['q=KHAN', []],
    ['q=GONE-1', []],
    ['from=2026-11-22T02:12:00Z&to=2026-11-23T14:50:00Z', ['261122TESTB8GE']],
    ['from=2026-11-24T00:00:00+07:00', ['261124TESTK7Q2']],
    ['from=2026-11-23&to=2026-11-24', ['261123TESTW6UC']],
  ])('?%s gives %j', async (query, expected) => {
    expect(await codes(query)).toEqual(expected);
  });

  it('filters by stores, and by one that is not there gives nothing', async () => {
    expect(await codes(`storeId=${lazada}`)).toEqual(['9000004128']);
    expect(await codes(`storeId=${lazada},${shopee}&q=2611`)).toHaveLength(4);
    expect(await codes('storeId=999999')).toEqual([]);
  });

  it('calls an order LATE by the clock alone: ship-by passed, and not handed over', async () => {
    const late = (await list('')).items.filter(({ problems }) => problems.includes('LATE')).map(({ code }) => code);
    expect(late).toEqual(await codes('problem=LATE'));
    expect((await list('q=261123TESTW6UC')).items[0]?.problems).toEqual(['UNLINKED_SKU', 'LATE']);
  });

  it('names each field that is wrong', async () => {
    const answer = await desk.asMachine({ url: '/api/orders?limit=201&sort=total&fulfilmentStatus=LOST&storeId=abc&from=yesterday&cursor=abc' });
    expect(answer.statusCode).toBe(400);
    expect(Object.keys(answer.json().error.fields).sort()).toEqual(['cursor', 'from', 'fulfilmentStatus', 'limit', 'sort', 'storeId']);
  });

  it.each([
    ['limit=0', 'limit', 'must be at least 1'],
    ['limit=201', 'limit', 'must be at most 200'],
    ['limit=1.5', 'limit', 'must be a whole number'],
    ['limit=many', 'limit', 'must be a number'],
    ['channel=shopee,amazon', 'channel', '"amazon" is none of: shopee, lazada, kiotviet, storefront, crm'],
    ['storeId=007', 'storeId', '"007" must be an id: digits only, without a leading zero'],
    [`storeId=${Array.from({ length: 51 }, (_, at) => at + 1).join(',')}`, 'storeId', 'takes at most 50 values'],
    ['q=%00', 'q', 'holds a character that cannot be kept'],
    ['channelStatus=%00', 'channelStatus', '"\0" holds a character that cannot be kept'],
    ['from=0001-01-01', 'from', 'must lie between 1970 and 2200'],
    ['to=9999-12-31', 'to', 'must lie between 1970 and 2200'],
    ['from=2026-02-31', 'from', 'must be a date or a time with offset, such as 2026-11-24T00:00:00+07:00'],
    [`cursor=${Buffer.from('["0001-01-01T00:00:00.000Z","1"]').toString('base64url')}`, 'cursor', 'is not a cursor of this list'],
  ])('?%s is refused: %s %s', async (query, field, message) => {
    const answer = await desk.asMachine({ url: `/api/orders?${query}` });
    expect([answer.statusCode, answer.json().error.fields]).toEqual([400, { [field]: message }]);
  });

  it('shows staff the recipient masked, and the machine clear', async () => {
    const ask = await desk.signIn(await desk.addStaff('owner'));
    const [masked] = OrderListSchema.parse((await ask({ url: '/api/orders?q=261124TESTK7Q2' })).json()).items;
    expect(masked?.customer).toMatchObject({ name: 'T*** T** M** Đ**', phone: '******0001', masked: true, address: { province: 'TP. Hồ Chí Minh', line: '1* Đ**** T**' } });
    expect((await list('q=261124TESTK7Q2')).items[0]?.customer).toMatchObject({ name: 'Trần Thị Mẫu Đơn', phone: '0900000001', masked: false });
  });
});

describe('GET /api/orders/counts', () => {
  const counts = async (query: string) => OrderCountsSchema.parse((await desk.asMachine({ url: `/api/orders/counts?${query}` })).json());

  it('counts what each tab shows', async () => {
    expect(await counts('')).toEqual({ all: 6, NOT_SHIPPED: 2, READY_TO_SHIP: 1, IN_TRANSIT: 1, DELIVERED: 0, CANCELLED: 1, CANCELLING: 1, RETURNING: 0, limit: 10_000 });
  });

  it('takes the list’s other filters', async () => {
    expect(await counts('problem=LATE,UNKNOWN_STATUS')).toMatchObject({ all: 2, NOT_SHIPPED: 1 });
    expect(await counts('q=spxvn-2611&channel=shopee')).toMatchObject({ all: 4 });
  });
});
