import { describe, expect, it } from 'vitest';
import { aCrmOrder, anEntryJson, wordsOf } from '../testing/an-order.ts';
import { compareOrder } from './compare-order.ts';
import type { CrmLine, CrmOrder } from './crm-rows.ts';
import { parseLedgerEntry } from './ledger.ts';

type Change = readonly [from: string, to: string];
const compare = (row: CrmOrder | undefined, ...changes: Change[]) =>
  compareOrder(parseLedgerEntry(anEntryJson(...changes)), row).map(({ field, expected, actual }) => [field, expected, actual]);
const withLine = (index: number, over: Partial<CrmLine>): CrmOrder => {
  const row = aCrmOrder();
  return { ...row, lines: row.lines.map((line, at) => (at === index ? { ...line, ...over } : line)) };
};
const withPackage = (over: Partial<CrmOrder['packages'][number]>): CrmOrder => aCrmOrder({ packages: aCrmOrder().packages.map((parcel) => ({ ...parcel, ...over })) });
const withAddress = (over: Partial<NonNullable<CrmOrder['recipientAddress']>>): CrmOrder => {
  const { recipientAddress: address } = aCrmOrder();
  return aCrmOrder({ recipientAddress: address && { ...address, ...over } });
};
const withHistory = (change: (history: CrmOrder['history']) => CrmOrder['history']): CrmOrder => aCrmOrder({ history: change(aCrmOrder().history) });

describe('an order and rows that agree', () => {
  it('have no difference, however decimals are written and equal lines are numbered', () => {
    expect(compare(aCrmOrder())).toEqual([]);
    expect(compare(aCrmOrder({ totalAmount: '340500.000' }))).toEqual([]);
  });

  it('may have a history without the moves that one fetch has folded', () => {
    expect(compare(withHistory((history) => history.filter(({ data }) => data.channelStatus !== 'READY_TO_SHIP')))).toEqual([]);
  });

  it('have no total while the marketplace states none', () => {
    const unpaid = aCrmOrder({ totalAmount: null, paidAt: null, paymentStatus: 'UNPAID' });
    expect(compare(unpaid, [' "total_amount": 340500.0,', ''], ['"pay_time": 1784000300', '"pay_time": null'])).toEqual([]);
  });

  it('keep what staff have taken into the CRM’s hands', () => {
    expect(compare(aCrmOrder({ processedInCrm: true, fulfilmentStatus: 'DELIVERED', paymentStatus: 'UNPAID', state: 'COMPLETED' }))).toEqual([]);
  });

  it('have starred personal data where the marketplace masks the order', () => {
    const starred = { ...withAddress({ full: '1 ******' }), recipientName: 'N******ử', recipientPhone: null };
    expect(compare(starred, ['"masked": false', '"masked": true'])).toEqual([]);
  });
});

describe('a field that differs', () => {
  const cases: [string, Partial<CrmOrder>, ...(readonly [string, string | null, string | null])[]][] = [
    ['the channel', { channel: 'lazada' }, ['channel', 'shopee', 'lazada']],
    ['the marketplace’s status', { channelStatus: 'PROCESSED' }, ['channelStatus', 'SHIPPED', 'PROCESSED']],
    ['the fulfilment', { fulfilmentStatus: 'DELIVERED' }, ['fulfilmentStatus', 'IN_TRANSIT', 'DELIVERED']],
    ['the payment', { paymentStatus: 'UNPAID' }, ['paymentStatus', 'PAID', 'UNPAID']],
    ['the state', { state: 'COMPLETED' }, ['state', 'OPEN', 'COMPLETED']],
    ['a problem that is none', { problems: ['INCOMPLETE'] }, ['problems', '', 'INCOMPLETE']],
    ['the currency', { currency: null }, ['currency', 'VND', null]],
    ['the total', { totalAmount: '340501' }, ['totalAmount', '340500', '340501']],
    ['a total that is missing', { totalAmount: null }, ['totalAmount', '340500', null]],
    ['the shipping fee, by a hundredth', { shippingFee: '16500.51' }, ['shippingFee', '16500.5', '16500.51']],
    ['a discount that nobody stated', { discount: '0' }, ['discount', null, '0']],
    ['a refund that nobody gave', { refundedAmount: '10' }, ['refundedAmount', '0', '10']],
    ['the payment method', { paymentMethod: 'Cash on Delivery' }, ['paymentMethod', 'Shopee Wallet', 'Cash on Delivery']],
    ['cash on delivery', { cashOnDelivery: null }, ['cashOnDelivery', 'false', null]],
    ['the time of payment', { paidAt: null }, ['paidAt', '2026-07-14T03:38:20.000Z', null]],
    ['the time of the order, by an offset', { sourceCreatedAt: '2026-07-14T10:32:20.000Z' }, ['sourceCreatedAt', '2026-07-14T03:32:20.000Z', '2026-07-14T10:32:20.000Z']],
    ['the time of change', { sourceUpdatedAt: null }, ['sourceUpdatedAt', '2026-07-14T15:33:20.000Z', null]],
    ['when to ship', { shipBy: null }, ['shipBy', '2026-07-16T03:33:20.000Z', null]],
    ['the reason of a cancellation', { cancelReason: '' }, ['cancelReason', null, '']],
    ['the buyer’s message', { buyerMessage: null }, ['buyerMessage', 'G*** (18 characters)', null]],
    ['the buyer', { buyerId: '910000002' }, ['buyerId', '9*** (9 characters)', '9*** (9 characters)']],
    ['the recipient’s name', { recipientName: 'Nguoi Nhan' }, ['recipientName', 'N*** (14 characters)', 'N*** (10 characters)']],
    ['the recipient’s phone', { recipientPhone: '******01' }, ['recipientPhone', '8*** (11 characters)', '**** (8 characters)']],
    ['an order processed in the CRM that has a problem all the same', { processedInCrm: true, problems: ['UNKNOWN_STATUS'] }, ['problems', '', 'UNKNOWN_STATUS']],
  ];
  it.each(cases)('is found: %s', (_name, over, ...findings) => {
    expect(compare(aCrmOrder(over))).toEqual(findings);
  });

  it('is found in each part of the address', () => {
    expect(compare(withAddress({ ward: null }))).toEqual([['recipientAddress.ward', 'P*** (17 characters)', null]]);
    expect(compare(withAddress({ district: null }))).toEqual([['recipientAddress.district', 'Q*** (15 characters)', null]]);
    expect(compare(withAddress({ province: null }))).toEqual([['recipientAddress.province', 'T*** (15 characters)', null]]);
    expect(compare(withAddress({ country: null }))).toEqual([['recipientAddress.country', 'V*** (2 characters)', null]]);
    expect(compare(withAddress({ full: null }))).toEqual([['recipientAddress.full', '1*** (30 characters)', null]]);
    expect(compare(aCrmOrder({ recipientAddress: null }))).toHaveLength(5);
  });

  it('never shows a person', () => {
    const found = JSON.stringify(compare({ ...withAddress({ full: 'xyz', ward: 'xyz' }), recipientName: 'xyz', recipientPhone: 'xyz', buyerMessage: 'xyz' }));
    for (const secret of ['Nhận', '84900000001', 'Phường', 'Đường', 'Gọi', 'xyz']) expect(found).not.toContain(secret);
  });

  it('is found where a masked order shows a person in clear', () => {
    expect(compare(aCrmOrder(), ['"masked": false', '"masked": true'])).toEqual([
      ['recipientName', 'masked', 'in clear'],
      ['recipientPhone', 'masked', 'in clear'],
      ['recipientAddress.full', 'masked', 'in clear'],
    ]);
  });
});

describe('an order that is not there', () => {
  it('is found', () => {
    expect(compare(undefined)).toEqual([['order', 'in the CRM', null]]);
  });

  it('is found where only its stub is', () => {
    expect(compare(aCrmOrder({ stub: true }))).toEqual([['order', 'in the CRM', 'a stub']]);
  });
});

describe('a line that differs', () => {
  const hat = 'line 5100000002:0:42:0';
  const cases: [string, Partial<CrmLine>, string, string | null, string | null][] = [
    ['its item', { itemId: '1' }, 'itemId', '5100000002', '1'],
    ['a model that it has not', { modelId: '0' }, 'modelId', null, '0'],
    ['its name', { name: 'Nón' }, 'name', 'Nón thử nghiệm', 'Nón'],
    ['its variation', { variation: '' }, 'variation', null, ''],
    ['its code', { productCode: null }, 'productCode', 'NON-01', null],
    ['its quantity', { quantity: '2' }, 'quantity', '1', '2'],
    ['its price', { quotedPrice: '76000' }, 'quotedPrice', '80000', '76000'],
    ['its price after discount', { salePriceVat: null }, 'salePriceVat', '76000', null],
    ['its picture', { imageUrl: null }, 'imageUrl', 'https://cf.example.vn/2', null],
    ['what was cancelled of it', { cancelledQuantity: '1' }, 'cancelledQuantity', '0', '1'],
  ];
  it.each(cases)('is found: %s', (_name, over, field, expected, actual) => {
    expect(compare(withLine(2, over))).toEqual([[`${hat} ${field}`, expected, actual]]);
  });

  it('is found among equals of one model', () => {
    expect(compare(withLine(0, { salePriceVat: '129000' }))).toEqual([['line 5100000001:710000000011:0:0 salePriceVat', '79000', '129000']]);
  });

  it('is found where it is missing, one too many, or under another identity', () => {
    const row = aCrmOrder();
    expect(compare({ ...row, lines: row.lines.slice(0, 2) })).toEqual([[hat, '1 of it', null]]);
    expect(compare({ ...row, lines: row.lines.slice(1) })).toEqual([['line 5100000001:710000000011:0:0', '2 of it', '1 of it']]);
    expect(compare(withLine(2, { key: '5100000002:0:0:0:1' }))).toEqual([[hat, '1 of it', null], ['line 5100000002:0:0:0', null, '1 of it']]);
  });

  it('is found where its ordinal would not be found again', () => {
    expect(compare(withLine(1, { key: '5100000001:710000000011:0:0:3' }))).toEqual([['line 5100000001:710000000011:0:0 ordinals', '1, 2', '1, 3']]);
  });

  it('is found where a line with models has taken its parent’s code', () => {
    expect(compare(withLine(0, { productCode: 'AO-THUN' }), ['"model_sku": " AO-THUN-DEN-M "', '"model_sku": ""'])).toContainEqual([
      'line 5100000001:710000000011:0:0 productCode', null, 'AO-THUN',
    ]);
  });
});

describe('a package that differs', () => {
  it('is found', () => {
    const name = 'package OFG260000000000001';
    expect(compare(withPackage({ status: 'LOGISTICS_READY' }))).toEqual([[`${name} status`, 'LOGISTICS_PICKUP_DONE', 'LOGISTICS_READY']]);
    expect(compare(withPackage({ carrier: null }))).toEqual([[`${name} carrier`, 'Nhanh (SPX Express)', null]]);
    expect(compare(withPackage({ trackingNumber: null }))).toEqual([[`${name} trackingNumber`, 'SPXVN060000000001', null]]);
    expect(compare(aCrmOrder({ packages: [] }))).toEqual([[name, 'there', null]]);
    expect(compare(withPackage({ number: 'OFG2' }))).toEqual([[name, 'there', null], ['package OFG2', null, 'there']]);
  });
});

describe('a history that differs', () => {
  const shipped = { kind: 'channel_status', at: '2026-07-14T15:33:20.000Z', data: wordsOf('SHIPPED', 'IN_TRANSIT') };
  it('is found where a row tells of a move that never was', () => {
    const row = { ...shipped, at: '2026-07-14T15:33:21.000Z' };
    expect(compare(withHistory((history) => [...history, row]))).toEqual([['history', null, 'SHIPPED 2026-07-14T15:33:21.000Z']]);
  });

  it('is found where the move that the order stands at is missing', () => {
    expect(compare(withHistory((history) => history.slice(0, 2)))).toEqual([['history', 'SHIPPED 2026-07-14T15:33:20.000Z', null]]);
  });

  it('is found where it tells the same twice', () => {
    expect(compare(withHistory((history) => [...history, shipped]))).toEqual([['history', 'SHIPPED 2026-07-14T15:33:20.000Z once', '2 times']]);
  });

  it('is found where a row has the wrong words', () => {
    expect(compare(withHistory((history) => [...history.slice(0, 2), { ...shipped, data: wordsOf('SHIPPED', 'DELIVERED') }]))).toEqual([
      ['history SHIPPED 2026-07-14T15:33:20.000Z', 'IN_TRANSIT OPEN', 'DELIVERED OPEN'],
    ]);
  });

  it('is found where nobody noted that the order was placed', () => {
    expect(compare(withHistory((history) => history.slice(1)))).toEqual([['history placed', '2026-07-14T03:32:20.000Z', '']]);
  });
});

describe('every column', () => {
  const unchecked = new Set(['id', 'shopId', 'orderSn', 'processedInCrm']);
  it.each(Object.keys(aCrmOrder()).filter((name) => !unchecked.has(name)))('is looked at: %s', (name) => {
    const value: unknown = Reflect.get(aCrmOrder(), name);
    const other = Array.isArray(value) ? (name === 'problems' ? ['INCOMPLETE'] : []) : typeof value === 'boolean' ? !value : value === null ? '1' : typeof value === 'object' ? null : '2';
    expect(compare(aCrmOrder({ [name]: other }))).not.toEqual([]);
  });
});
