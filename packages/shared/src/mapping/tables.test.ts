import { describe, expect, it } from 'vitest';
import { fulfilmentStatuses, orderStates } from '../domain/order-words.ts';
import { NumberLiteral, parseExactJson } from '../json/parse-exact.ts';
import { readFields } from './fields/read-fields.ts';
import type { FieldRow } from './fields/rows.ts';
import { shopeeAddressFields, shopeeBuyerFields, shopeePersonFields, shopeeLineFields, shopeeOrderFields, shopeePackageFields } from './fields/shopee.ts';
import { transforms } from './fields/transforms.ts';
import { fulfilmentOf, lookupStatus } from './status/lookup.ts';
import type { StatusRow } from './status/rows.ts';
import { shopeePackageStatuses, shopeeStatuses } from './status/shopee.ts';
import { statusLabel } from './status/tables.ts';

const fieldTables = { shopeeOrderFields, shopeeBuyerFields, shopeePersonFields, shopeeLineFields, shopeePackageFields, shopeeAddressFields };
const samples = Object.entries(fieldTables).flatMap(([table, rows]) => rows.map((row: FieldRow) => ({ table, row })));

describe('Shopee’s status table', () => {
  it('has every word of the reference, once', () => {
    const words = [
      'UNPAID', 'PENDING', 'INVOICE_PENDING', 'READY_TO_SHIP', 'PROCESSED', 'RETRY_SHIP', 'SHIPPED', 'TO_CONFIRM_RECEIVE', 'COMPLETED', 'IN_CANCEL',
      'CANCELLED', 'TO_RETURN', 'TO_REFUND',
    ];
    expect(shopeeStatuses.map(({ source }) => source).toSorted()).toEqual(words.toSorted());
  });

  it.each([
    ['UNPAID', 'Chưa thanh toán', 'NOT_SHIPPED', 'OPEN'],
    ['READY_TO_SHIP', 'Sẵn sàng giao', 'NOT_SHIPPED', 'OPEN'],
    ['RETRY_SHIP', 'Thử lại giao hàng', 'READY_TO_SHIP', 'OPEN'],
    ['PROCESSED', 'Chờ lấy hàng', 'READY_TO_SHIP', 'OPEN'],
    ['SHIPPED', 'Đã giao', 'IN_TRANSIT', 'OPEN'],
    ['TO_CONFIRM_RECEIVE', 'Chờ xác nhận', 'DELIVERED', 'OPEN'],
    ['IN_CANCEL', 'Đang hủy', 'FROM_PACKAGES', 'CANCELLING'],
    ['CANCELLED', 'Đã hủy', 'CANCELLED', 'CANCELLED'],
    ['TO_RETURN', 'Chờ trả hàng', 'FROM_PACKAGES', 'RETURNING'],
    ['TO_REFUND', 'Chờ hoàn tiền', 'FROM_PACKAGES', 'RETURNING'],
    ['COMPLETED', 'Hoàn thành', 'DELIVERED', 'COMPLETED'],
    ['PENDING', 'Shopee tạm giữ', 'NOT_SHIPPED', 'OPEN'],
  ])('says of %s: %s, %s, %s', (source, vi, fulfilment, state) => {
    expect(lookupStatus<StatusRow>(shopeeStatuses, source)).toMatchObject({ known: true, row: { vi, fulfilment, state } });
  });

  it('ranks every word differently, and reaches every state', () => {
    expect(new Set(shopeeStatuses.map(({ rank }) => rank)).size).toBe(shopeeStatuses.length);
    expect(new Set(shopeeStatuses.map(({ state }) => state))).toEqual(new Set(orderStates));
  });

  it('reaches every fulfilment', () => {
    expect(new Set(shopeePackageStatuses.map(({ fulfilment }) => fulfilment))).toEqual(new Set(fulfilmentStatuses));
  });

  it('has every package word once', () => {
    expect(new Set(shopeePackageStatuses.map(({ source }) => source)).size).toBe(13);
  });

  it('keeps a word that it does not know', () => {
    expect(lookupStatus<StatusRow>(shopeeStatuses, 'TO_THE_MOON')).toEqual({ known: false, raw: 'TO_THE_MOON' });
    expect(statusLabel('shopee', 'TO_THE_MOON')).toEqual({ vi: 'TO_THE_MOON', en: 'TO_THE_MOON', meaning: null });
  });
});

describe('fulfilment from packages', () => {
  const inCancel = lookupStatus<StatusRow>(shopeeStatuses, 'IN_CANCEL');
  const row = inCancel.known ? inCancel.row : undefined;

  it.each([
    [[], 'NOT_SHIPPED'],
    [['LOGISTICS_READY'], 'NOT_SHIPPED'],
    [['LOGISTICS_REQUEST_CREATED'], 'READY_TO_SHIP'],
    [['LOGISTICS_PICKUP_DONE', 'LOGISTICS_REQUEST_CREATED'], 'READY_TO_SHIP'],
    [['LOGISTICS_DELIVERY_DONE', 'LOGISTICS_DELIVERY_FAILED'], 'DELIVERED'],
    [['LOGISTICS_DELIVERY_FAILED', 'LOGISTICS_LOST'], 'CANCELLED'],
    [['LOGISTICS_NEVER_SEEN'], 'NOT_SHIPPED'],
    [['LOGISTICS_NEVER_SEEN', 'LOGISTICS_PICKUP_DONE'], 'IN_TRANSIT'],
  ])('makes of %j: %s', (words, expected) => {
    expect(row && fulfilmentOf(row, shopeePackageStatuses, words)).toBe(expected);
  });
});

describe('the field tables', () => {
  it.each(samples)('$table: $row.from → $row.to', ({ row }) => {
    const [json, expected] = row.sample;
    expect(transforms[row.transform](parseExactJson(json))).toEqual(expected);
  });

  it('names each target once within a table', () => {
    for (const rows of Object.values(fieldTables)) expect(new Set(rows.map(({ to }) => to)).size).toBe(rows.length);
  });

  it.each([
    ['the model’s code', '{"model_sku":"A-1","item_sku":"A","model_id":7}', 'A-1'],
    ['the item’s code where there are no models', '{"model_sku":"","item_sku":"A","model_id":0}', 'A'],
    ['none where a model has no code of its own', '{"model_sku":" ","item_sku":"A","model_id":7}', null],
  ])('takes as productId %s', (_, json, expected) => {
    expect(readFields(shopeeLineFields, parseExactJson(json) as Record<string, unknown>)).toMatchObject({ productCode: expected });
  });

  it('leaves out what was not told and what has no meaning, and names the latter', () => {
    expect(readFields(shopeeOrderFields, {})).toEqual({});
    const unread: string[] = [];
    const source = { order_sn: 'A', total_amount: 'much', pay_time: new NumberLiteral('1.5'), cod: {} };
    expect(readFields(shopeeOrderFields, source, (fault) => unread.push(fault))).toEqual({ code: 'A' });
    expect(unread.map((fault) => fault.split(':')[0])).toEqual(['total_amount', 'pay_time']);
  });

  it('lets no text through that the database refuses', () => {
    expect(transforms.text('a\u0000b\ud800')).toBe('ab\ufffd');
  });

  it('takes a text of blanks for none, and leaves the blanks of any other', () => {
    expect([transforms.text('  '), transforms.text(' a ')]).toEqual([null, ' a ']);
  });
});
