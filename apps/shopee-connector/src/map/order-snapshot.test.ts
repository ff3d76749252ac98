import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { OrderSnapshotSchema } from 'shared/domain/order-snapshot';
import { parseExactJson } from 'shared/json/parse-exact';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { OrderDetailSchema } from '../api/order-detail.ts';
import { mapOrderSnapshot } from './order-snapshot.ts';

const folder = path.resolve(import.meta.dirname, '../../test/fixtures');
const AnswerSchema = z.object({ response: z.object({ order_list: z.array(OrderDetailSchema) }) });
const unread: string[] = [];
const context = {
  storeId: '1', fetchedAt: '2026-07-14T03:40:00.000Z', seal: (text: string) => text, onUnread: (_code: string, field: string) => unread.push(field),
};

const ordersOf = (json: string) => AnswerSchema.parse(parseExactJson(json)).response.order_list;
const recorded = (name: string): string => readFileSync(path.join(folder, `order-detail-${name}.json`), 'utf8');
function mapRecorded(name: string, edit: (json: string) => string = (json) => json) {
  const [order] = ordersOf(edit(recorded(name)));
  if (!order) throw new TypeError('the fixture holds no order');
  return mapOrderSnapshot(order, context);
}
const buyerOf = ({ buyer }: { buyer?: string | undefined }): unknown => JSON.parse(buyer ?? 'null');

describe('mapOrderSnapshot', () => {
  it('reads every field of the seed’s table from a paid order', () => {
    const snapshot = mapRecorded('ready-to-ship');
    expect(snapshot).toMatchObject({
      code: '260714TESTA001',
      version: { sourceUpdatedAt: '2026-07-14T03:38:20.000Z', fetchedAt: context.fetchedAt, rank: 20 },
      status: { known: true, word: 'READY_TO_SHIP', fulfilment: 'NOT_SHIPPED', state: 'OPEN' },
      facts: {
        totalAmount: '340500', shippingFee: '16500', currency: 'VND', paidAt: '2026-07-14T03:38:20.000Z', shipBy: '2026-07-16T03:33:20.000Z',
        paymentMethod: 'Shopee Wallet', cashOnDelivery: false,
        packages: [{ number: 'OFG260000000000001', carrier: 'Nhanh (SPX Express)', status: 'LOGISTICS_READY' }],
      },
    });
    expect(snapshot.facts.lines).toMatchObject([
      { key: '5100000001:710000000011:0:0:1', productCode: 'AO-THUN-DEN-M', quantity: '2', quotedPrice: '159000', salePriceVat: '129000', variation: 'Đen,M' },
      { key: '5100000002:0:0:0:1', modelId: null, productCode: 'NON-01', quantity: '1', quotedPrice: '80000', salePriceVat: '76000', variation: null },
    ]);
  });

  it('reads the address as Vietnam has it: state is the province, city the district, district the ward', () => {
    expect(buyerOf(mapRecorded('ready-to-ship'))).toEqual({
      id: '910000001', message: null, cancelReason: null, name: 'Người Nhận Thử', phone: '84900000001',
      address: {
        line: '1 Đường Thử', ward: 'Phường Giả Định 1', district: 'Quận Thử Nghiệm', province: 'TP. Hồ Chí Minh', country: 'VN',
        full: '1 Đường Thử, Phường Giả Định 1, Quận Thử Nghiệm, TP. Hồ Chí Minh',
      },
    });
  });

  it.each([
    ['unpaid', 'NOT_SHIPPED', 'OPEN'],
    ['processed', 'READY_TO_SHIP', 'OPEN'],
    ['retry-ship', 'READY_TO_SHIP', 'OPEN'],
    ['shipped', 'IN_TRANSIT', 'OPEN'],
    ['to-confirm-receive', 'DELIVERED', 'OPEN'],
    ['completed', 'DELIVERED', 'COMPLETED'],
    ['in-cancel', 'READY_TO_SHIP', 'CANCELLING'],
    ['in-cancel-rejected', 'READY_TO_SHIP', 'OPEN'],
    ['cancelled', 'CANCELLED', 'CANCELLED'],
    ['to-return', 'DELIVERED', 'RETURNING'],
    ['completed-after-partial-return', 'DELIVERED', 'COMPLETED'],
  ])('makes of the recorded %s: %s, %s', (name, fulfilment, state) => {
    expect(mapRecorded(name).status).toMatchObject({ known: true, fulfilment, state });
  });

  it('tells no total of an order that is not paid, and that it was not paid', () => {
    const { facts } = mapRecorded('unpaid');
    expect(facts).not.toHaveProperty('totalAmount');
    expect(facts.paidAt).toBeNull();
  });

  it('tells nothing of what was not asked for', () => {
    const snapshot = mapRecorded('defaults-only');
    expect(Object.keys(snapshot.facts).toSorted()).toEqual(['cashOnDelivery', 'currency', 'shipBy', 'sourceCreatedAt']);
    expect(buyerOf(snapshot)).toEqual({ message: null });
  });

  it('passes masked values on as they came', () => {
    expect(buyerOf(mapRecorded('masked'))).toMatchObject({ name: 'N******ử', phone: '******01' });
  });

  it('keeps a word that no table knows', () => {
    const snapshot = mapRecorded('ready-to-ship', (json) => json.replace('"READY_TO_SHIP"', '"TO_THE_MOON"'));
    expect(snapshot).toMatchObject({ status: { known: false, word: 'TO_THE_MOON' }, version: { rank: 0 } });
  });

  it('keeps every digit of amounts and ids', () => {
    const edit = (json: string) => json.replace('"total_amount": 340500', '"total_amount": 9007199254740993.10').replace('"model_id": 710000000011', '"model_id": 9223372036854775807');
    const { facts } = mapRecorded('ready-to-ship', edit);
    expect(facts.totalAmount).toBe('9007199254740993.1');
    expect(facts.lines?.[0]?.modelId).toBe('9223372036854775807');
  });

  it('tells a tracking number where the detail shows one', () => {
    const { facts } = mapRecorded('processed', (json) => json.replace('"package_number"', '"tracking_number": "SPXVN000000001", "package_number"'));
    expect(facts.trackingNumbers).toEqual({ OFG260000000000001: 'SPXVN000000001' });
  });

  it('takes a bundle’s price of 0 as it is', () => {
    const { facts } = mapRecorded('ready-to-ship', (json) => json.replace('"model_discounted_price": 129000', '"model_discounted_price": 0'));
    expect(facts.lines?.[0]?.salePriceVat).toBe('0');
  });

  it('keys two rows of one model apart, by nothing that the order of the answer changes', () => {
    const [order] = ordersOf(recorded('ready-to-ship'));
    const [first] = order?.item_list ?? [];
    if (!order || !first) throw new TypeError('the fixture holds no line');
    const cheaper = { ...first, model_discounted_price: '99000' };
    const keysOf = (items: typeof order.item_list) =>
      new Map(mapOrderSnapshot({ ...order, item_list: items }, context).facts.lines?.map(({ key, salePriceVat }) => [salePriceVat, key]));
    expect(keysOf([first, cheaper])).toEqual(keysOf([cheaper, first]));
    expect(new Set(keysOf([first, cheaper]).values()).size).toBe(2);
  });

  it('names update_time where it is missing: without it nothing can be newer', () => {
    expect(() => mapRecorded('ready-to-ship', (json) => json.replace(/"update_time": \d+,/, ''))).toThrow('update_time');
  });

  it.each([
    ['total_amount ""', /"total_amount": 340500/, '"total_amount": ""', 'total_amount'],
    ['create_time null', /"create_time": \d+/, '"create_time": null', 'sourceCreatedAt'],
    ['pay_time in ms', /"pay_time": \d+/, '"pay_time": 1784000300000', 'pay_time'],
    ['payment_method true', /"payment_method": "[^"]*"/, '"payment_method": true', 'payment_method'],
    ['buyer_user_id {}', /"buyer_user_id": \d+/, '"buyer_user_id": {}', 'buyer_user_id'],
    ['a package without a number', /"package_number": "[^"]*"/, '"package_number": null', 'package_list'],
  ])('costs nothing but itself: %s', (_, pattern, odd, field) => {
    unread.length = 0;
    const snapshot = mapRecorded('ready-to-ship', (json) => json.replace(pattern, odd));
    expect(snapshot).toMatchObject({ code: '260714TESTA001', status: { word: 'READY_TO_SHIP' }, facts: { currency: 'VND' } });
    expect(unread.some((fault) => fault.startsWith(field))).toBe(true);
  });

  it.each([['"recipient_address": ""'], ['"recipient_address": []'], ['"recipient_address": null']])('reads an order whose PHP wrote %s', (odd) => {
    const snapshot = mapRecorded('ready-to-ship', (json) => json.replace(/"recipient_address": \{[^}]*\}/, odd));
    expect(buyerOf(snapshot)).not.toHaveProperty('name');
  });

  it('names a line by its code where it has no name', () => {
    const { facts } = mapRecorded('ready-to-ship', (json) => json.replace('"item_name": "Áo thun thử nghiệm"', '"item_name": null'));
    expect(facts.lines?.[0]?.name).toBe('AO-THUN-DEN-M');
  });

  it.each([
    ['a quantity that is none', (json: string) => json.replace('"model_quantity_purchased": 2', '"model_quantity_purchased": "two"')],
    ['an entry that is none', (json: string) => json.replace('"item_list": [', '"item_list": [null,')],
  ])('tells no lines where one has %s: an order without one of its lines would be a wrong order', (_, edit) => {
    expect(mapRecorded('ready-to-ship', edit).facts).not.toHaveProperty('lines');
  });

  it('gives the same digest for the same content, and another when a field moves', () => {
    const digest = mapRecorded('ready-to-ship').version.digest;
    expect(mapRecorded('ready-to-ship').version.digest).toBe(digest);
    expect(mapRecorded('ready-to-ship', (json) => json.replace('"Shopee Wallet"', '"Airpay"')).version.digest).not.toBe(digest);
  });

  it.each(readdirSync(folder).filter((name) => name.startsWith('order-detail-')))('makes a snapshot that its contract takes of %s', (name) => {
    for (const order of ordersOf(readFileSync(path.join(folder, name), 'utf8')))
      expect(OrderSnapshotSchema.safeParse({ ...mapOrderSnapshot(order, context), events: [], traceId: 't' }).success).toBe(true);
  });
});
