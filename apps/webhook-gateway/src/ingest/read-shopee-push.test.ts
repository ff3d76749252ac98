import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShopeeProbe, readShopeePush } from './read-shopee-push.ts';

const folder = path.resolve(import.meta.dirname, '../../test/fixtures');
const recorded = (name: string): Buffer => readFileSync(path.join(folder, `push-${name}.json`));
const read = (body: string | Buffer) => readShopeePush(Buffer.from(body), 't');
const push = (over: object): string => JSON.stringify({ code: 3, shop_id: 620000001, data: { ordersn: '260714TESTA001', update_time: 1784000300 }, ...over });

describe('readShopeePush', () => {
  it.each([
    ['order-ready-to-ship', { key: '260714TESTA001', expects: { updatedAt: '2026-07-14T03:38:20.000Z', word: 'READY_TO_SHIP' } }],
    ['order-old-shape', { key: '211010TESTOLD1', expects: { updatedAt: '2021-10-10T01:48:12.000Z', word: 'READY_TO_SHIP' } }],
    ['order-published', { key: '220810QSK8S7BX' }],
    ['package-fulfillment', { expects: null }],
    ['package-info', { expects: null }],
    ['return-updates', { expects: null }],
  ])('takes from the recorded %s which order moved, and what an answer must show', (name, expected) => {
    expect(read(recorded(name))).toMatchObject({ status: 'received', kind: 'order', origin: 'push', ...expected });
  });

  it('expects the tracking number that code 4 tells, and nothing where it tells "-"', () => {
    const data = { ordersn: '260714TESTA001', package_number: 'OFG1', tracking_no: 'SPXVN1' };
    expect(read(push({ code: 4, data })).expects).toEqual({ tracking: { packageNumber: 'OFG1', number: 'SPXVN1' } });
    expect(read(push({ code: 4, data: { ...data, tracking_no: '-' } })).expects).toBeNull();
  });

  it.each(['item-price', 'reserved-stock', 'shop-authorized', 'shop-deauthorized', 'authorization-expiry', 'shop-penalty', 'scheduled-publish-failed', 'shipping-document'])(
    'keeps the recorded %s as ignored, with the reason', (name) => {
      expect(read(recorded(name))).toMatchObject({ status: 'ignored', kind: 'none', reason: expect.stringMatching(/^code \d+ changes no order$/) });
    },
  );

  it.each([
    ['no JSON', 'hello', 'the body is not JSON'],
    ['half of JSON', '{"code":3', 'the body is not JSON'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00]), 'the body is not JSON'],
    ['nothing', '', 'the body is not JSON'],
    ['a list', '[1]', 'the body has no code'],
    ['no code', '{"shop_id":1}', 'the body has no code'],
    ['no data', '{"code":3,"shop_id":1}', 'order_status_push: data is no object'],
    ['no order number', push({ data: { update_time: 1 } }), 'order_status_push: ordersn is missing'],
    ['"-" for an order number', push({ data: { ordersn: '-' } }), 'order_status_push: ordersn is missing'],
    ['an order number with a space', push({ data: { ordersn: 'A B' } }), 'order_status_push: ordersn is no order number'],
    ['two order numbers in one', push({ data: { ordersn: 'A,B' } }), 'order_status_push: ordersn is no order number'],
    ['a code that is a word of JavaScript', push({ code: 'constructor' }), 'code constructor changes no order'],
    ['an endless order number', push({ data: { ordersn: 'A'.repeat(65) } }), 'order_status_push: ordersn is no order number'],
    ['no shop', push({ shop_id: null }), 'order_status_push: shop_id is missing'],
  ])('keeps %s as ignored and says why', (_, body, reason) => {
    expect(read(body)).toMatchObject({ status: 'ignored', reason, key: '' });
  });

  it('reads data that is JSON text, ids that are text, and a time that is none', () => {
    expect(read(push({ data: JSON.stringify({ ordersn: '260714TESTA001' }) }))).toMatchObject({ key: '260714TESTA001', expects: null });
    expect(read(push({ shop_id: '9007199254740993' }))).toMatchObject({ externalStoreId: '9007199254740993' });
    expect(read(push({ data: { ordersn: '260714TESTA001', update_time: 'soon' } }))).toMatchObject({ status: 'received', expects: null });
  });

  it('takes an order whose other fields are odd', () => {
    const data = { ordersn: '260714TESTA001', status: true, package_number: [], tracking_no: {} };
    expect(read(push({ data }))).toMatchObject({ status: 'received', key: '260714TESTA001', expects: null });
  });

  it('knows a repeat by everything but its msg_id', () => {
    const keyOf = (over: object): string => read(push(over)).dedupeKey;
    expect(keyOf({ msg_id: 'a' })).toBe(keyOf({ msg_id: 'b' }));
    expect(keyOf({})).not.toBe(keyOf({ timestamp: 1784000302 }));
    expect(read('[1]').dedupeKey).not.toBe(read('[2]').dedupeKey);
  });

  it('keeps whatever comes, byte for byte, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.json().map((json) => Buffer.from(json))), (bytes) => {
        expect(Buffer.from(readShopeePush(bytes, 't').body)).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('knows the console’s probe, and takes none of the recorded pushes for one', () => {
    expect(isShopeeProbe(recorded('verify-probe'))).toBe(true);
    const others = readdirSync(folder).filter((name) => name.startsWith('push-') && !/signatures|probe/.test(name));
    expect(others.filter((name) => isShopeeProbe(readFileSync(path.join(folder, name))))).toEqual([]);
  });
});
