import { logisticsAfter } from './logistics.ts';
import { isCod, type OrderFactsOverrides } from './order-facts.ts';
import { orderSnOf } from './order-sn.ts';
import { mixSeed } from './rng.ts';
import { createShopBook } from './shop-book.ts';
import type { ShopIndex } from './shop-index.ts';
import type { Move, Order, Shop } from './types.ts';
import { lastMove } from './types.ts';

export type NewOrder = {
  shop: Shop;
  status: string;
  createTime: number;
  /** Epoch milliseconds. */
  nowMs: number;
  seed?: number | undefined;
  logistics?: string | undefined;
  overrides?: OrderFactsOverrides | undefined;
};
type NewMove = { status: string; updateTime: number; nowMs: number; logistics?: string | undefined };

/** The shops and orders that there are. Knows no HTTP and sends nothing. */
export type World = {
  readonly seed: number;
  shops(): Shop[];
  shop(id: number): Shop | undefined;
  addShop(given: { id?: number | undefined; name: string; nowMs: number }): Shop;
  order(orderSn: string): Order | undefined;
  orderCount(): number;
  /** Orders in the order of their creation, from `seq` on. */
  ordersFrom(seq: number): Iterable<Order>;
  index(shop: Shop): ShopIndex;
  create(given: NewOrder): Order;
  move(order: Order, given: NewMove): Move;
  reset(seed: number): void;
};

export function createWorld(firstSeed: number): World {
  let seed = firstSeed;
  const shops = createShopBook();
  const bySn = new Map<string, Order>();
  const all: Order[] = [];
  const freeSn = (createTime: number, orderSeed: number): string => {
    for (let salt = 0; ; salt += 1) {
      const orderSn = orderSnOf(createTime, salt === 0 ? orderSeed : mixSeed(orderSeed, salt));
      if (!bySn.has(orderSn)) return orderSn;
    }
  };
  return {
    get seed() {
      return seed;
    },
    shops: shops.all,
    shop: shops.get,
    index: shops.index,
    addShop: (given) => shops.add({ ...given, seed }),
    order: (orderSn) => bySn.get(orderSn),
    orderCount: () => all.length,
    *ordersFrom(seq) {
      for (let at = Math.max(0, seq); at < all.length; at += 1) {
        const order = all[at];
        if (order) yield order;
      }
    },
    create: (given) => {
      const orderSeed = given.seed ?? mixSeed(seed, all.length);
      const first = firstMove(given, isCod(orderSeed, given.overrides));
      const { shop, createTime, overrides } = given;
      const orderSn = freeSn(createTime, orderSeed);
      const order: Order = { seq: all.length, orderSn, shop, seed: orderSeed, createTime, overrides, moves: [first], pushes: [], movedAt: given.nowMs };
      all.push(order);
      bySn.set(orderSn, order);
      shops.index(shop).touch(order, first.updateTime);
      return order;
    },
    move: (order, given) => {
      const cod = isCod(order.seed, order.overrides);
      const logistics = given.logistics ?? logisticsAfter(given.status, { logistics: lastMove(order).logistics, cod });
      const move: Move = { status: given.status, updateTime: given.updateTime, logistics };
      order.moves.push(move);
      order.movedAt = given.nowMs;
      shops.index(order.shop).touch(order, move.updateTime);
      return move;
    },
    reset: (nextSeed) => {
      seed = nextSeed;
      shops.clear();
      bySn.clear();
      all.length = 0;
    },
  };
}

function firstMove(given: NewOrder, cod: boolean): Move {
  const logistics = given.logistics ?? logisticsAfter(given.status, { logistics: '', cod });
  return { status: given.status, updateTime: given.createTime, logistics };
}
