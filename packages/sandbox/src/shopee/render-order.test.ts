import { describe, expect, it } from 'vitest';
import { fixture, namesIn } from '../testing/fixture.ts';
import { textLike } from '../testing/matchers.ts';
import { DetailSchema } from '../testing/shapes.ts';
import type { OrderFactsOverrides } from '../world/order-facts.ts';
import type { Order } from '../world/types.ts';
import { createWorld } from '../world/world.ts';
import { renderOrder } from './render-order.ts';

const T0 = 1_784_000_000;
const plain = { masked: false, items: [{ quantity: 3, originalPrice: 100_000, discountedPrice: 90_000 }], shippingFee: 15_000 } satisfies OrderFactsOverrides;

function anOrder(statuses: readonly [string, ...string[]], overrides: OrderFactsOverrides = {}): Order {
  const world = createWorld(1);
  const shop = world.addShop({ name: 'Thử', nowMs: T0 * 1000 });
  const [status, ...others] = statuses;
  const order = world.create({ shop, status, createTime: T0, nowMs: T0 * 1000, overrides: { ...plain, ...overrides } });
  others.forEach((next, index) => world.move(order, { status: next, updateTime: T0 + (index + 1) * 100, nowMs: (T0 + (index + 1) * 100) * 1000 }));
  return order;
}

const whole = (order: Order): Record<string, unknown> => renderOrder(order, { fields: 'all', pendingShown: true });
const published = (name: string): unknown => DetailSchema.parse(fixture(name)).response.order_list[0];
const withoutPromotion = (names: string[]): string[] => names.filter((name) => !name.includes('promotion_list'));

const paid = ['UNPAID', 'READY_TO_SHIP', 'PROCESSED', 'SHIPPED', 'TO_CONFIRM_RECEIVE', 'COMPLETED'] as const;

describe('renderOrder', () => {
  it.each([
    ['order-detail-unpaid', anOrder(['UNPAID'], { cod: false })],
    ['order-detail-completed', anOrder(paid, { cod: false })],
    ['order-detail-cancelled', anOrder(['READY_TO_SHIP', 'PROCESSED', 'IN_CANCEL', 'CANCELLED'], { cod: true })],
  ])('has the names of %s and no others', (name, order) => {
    expect(withoutPromotion(namesIn(whole(order)))).toEqual(namesIn(published(name)));
  });

  it('gives the default fields alone where nothing is asked for', () => {
    const order = renderOrder(anOrder(['UNPAID', 'READY_TO_SHIP'], { cod: false }), { fields: new Set(), pendingShown: false });
    expect(namesIn(order)).toEqual(namesIn(published('order-detail-defaults-only')));
  });

  it('has no total before an order is paid, and what the buyer pays after', () => {
    expect(whole(anOrder(['UNPAID'], { cod: false }))).toMatchObject({ pay_time: null });
    expect(whole(anOrder(['UNPAID'], { cod: false }))).not.toHaveProperty('total_amount');
    expect(whole(anOrder(['UNPAID', 'READY_TO_SHIP'], { cod: false }))).toMatchObject({ pay_time: T0 + 100, total_amount: 285_000 });
    expect(whole(anOrder(['UNPAID', 'CANCELLED'], { cod: false }))).not.toHaveProperty('total_amount');
  });

  it('pays cash on delivery only when it is delivered', () => {
    const cod = { cod: true };
    expect(whole(anOrder(['READY_TO_SHIP', 'PROCESSED', 'SHIPPED'], cod))).toMatchObject({ pay_time: null, total_amount: 285_000 });
    expect(whole(anOrder(['READY_TO_SHIP', 'PROCESSED', 'SHIPPED', 'TO_CONFIRM_RECEIVE'], cod))).toMatchObject({ pay_time: T0 + 300 });
  });

});

describe('the package', () => {
  it.each([
    [['UNPAID', 'CANCELLED'], undefined],
    [['UNPAID', 'READY_TO_SHIP'], 'LOGISTICS_READY'],
    [['UNPAID', 'READY_TO_SHIP', 'CANCELLED'], 'LOGISTICS_INVALID'],
    [['UNPAID', 'READY_TO_SHIP', 'PROCESSED'], 'LOGISTICS_REQUEST_CREATED'],
    [['UNPAID', 'READY_TO_SHIP', 'PROCESSED', 'IN_CANCEL', 'CANCELLED'], 'LOGISTICS_REQUEST_CANCELED'],
    [['UNPAID', 'READY_TO_SHIP', 'PROCESSED', 'IN_CANCEL', 'PROCESSED'], 'LOGISTICS_REQUEST_CREATED'],
    [['UNPAID', 'READY_TO_SHIP', 'PROCESSED', 'RETRY_SHIP'], 'LOGISTICS_PICKUP_RETRY'],
    [['UNPAID', 'READY_TO_SHIP', 'PROCESSED', 'SHIPPED', 'CANCELLED'], 'LOGISTICS_DELIVERY_FAILED'],
    [['UNPAID', 'READY_TO_SHIP', 'PROCESSED', 'SHIPPED', 'TO_CONFIRM_RECEIVE', 'TO_RETURN'], 'LOGISTICS_DELIVERY_DONE'],
  ])('moves along with the order: %j → %s', (statuses, logistics) => {
    const [first = '', ...others] = statuses;
    const packages = logistics === undefined ? [] : [expect.objectContaining({ logistics_status: logistics })];
    expect(whole(anOrder([first, ...others], { cod: false }))).toMatchObject({ package_list: packages });
  });

});

describe('what depends on the way', () => {
  it('says who asked for a cancellation, and forgets it when it is refused', () => {
    const asked = ['READY_TO_SHIP', 'IN_CANCEL'] as const;
    expect(whole(anOrder(asked, { cod: true }))).toMatchObject({ cancel_by: '', buyer_cancel_reason: textLike(/./) });
    expect(whole(anOrder([...asked, 'CANCELLED'], { cod: true }))).toMatchObject({ cancel_by: 'buyer', cancel_reason: 'Buyer Request to Cancel' });
    expect(whole(anOrder([...asked, 'READY_TO_SHIP'], { cod: true }))).toMatchObject({ cancel_by: '', buyer_cancel_reason: '' });
  });

  it('stars a masked recipient and leaves the province', () => {
    const recipient = { name: 'Người Nhận Thử', phone: '84900000001', state: 'TP. Hồ Chí Minh', full_address: '1 Đường Thử, TP. Hồ Chí Minh' };
    const order = renderOrder(anOrder(['READY_TO_SHIP'], { cod: true, masked: true, recipient }), { fields: new Set(['recipient_address']), pendingShown: false });
    const starred = { name: 'N******ử', phone: '******01', state: 'TP. Hồ Chí Minh', full_address: '1 ******' };
    expect(order).toMatchObject({ recipient_address: starred });
  });

  it('shows PENDING and its terms only to those who ask for it', () => {
    const order = anOrder(['UNPAID', 'PENDING'], { cod: false });
    expect(whole(order)).toMatchObject({ order_status: 'PENDING', pending_terms: ['SYSTEM_PENDING'] });
    const hidden = renderOrder(order, { fields: 'all', pendingShown: false });
    expect(hidden).toMatchObject({ order_status: 'UNPAID' });
    expect(hidden).not.toHaveProperty('pending_terms');
  });

  it('shows an older state with fewer moves', () => {
    const order = anOrder(['UNPAID', 'READY_TO_SHIP', 'PROCESSED'], { cod: false });
    expect(renderOrder(order, { fields: 'all', visible: 2, pendingShown: true })).toMatchObject({ order_status: 'READY_TO_SHIP', update_time: T0 + 100 });
  });

  it('counts what is being returned, and what has been', () => {
    const way = ['READY_TO_SHIP', 'PROCESSED', 'SHIPPED', 'TO_CONFIRM_RECEIVE', 'TO_RETURN'] as const;
    const [running, over] = [anOrder(way, { cod: true }), anOrder([...way, 'COMPLETED'], { cod: true })].map((order) => JSON.stringify(whole(order)));
    expect(running).toMatch(/"return_requested_qty":[123],"returned_qty":0/);
    expect(over).toMatch(/"return_requested_qty":0,"returned_qty":[123]/);
  });
});
