import type { OrderFactsOverrides } from './order-facts.ts';
import type { Catalogue } from './goods.ts';

export type Shop = {
  readonly id: number;
  readonly name: string;
  readonly catalogue: Catalogue;
  readonly authorisedAt: number;
  status: 'NORMAL' | 'BANNED' | 'FROZEN';
};

/** One change of an order. `logistics` is the package's state after it, '' while there is no package. */
export type Move = { readonly status: string; readonly updateTime: number; readonly logistics: string };

type PushStatus = 'queued' | 'retrying' | 'acknowledged' | 'lost' | 'dropped';

/** A push kept small: its body is made anew from the order's moves whenever it is needed. */
export type PushRecord = {
  readonly seq: number;
  readonly code: 3 | 4 | 30;
  readonly order: Order;
  readonly move: number;
  /** Epoch milliseconds; the body's `timestamp` is its second. */
  readonly queuedAt: number;
  sentAt: number;
  acknowledgedAt: number;
  attempts: number;
  status: PushStatus;
};

/** An order kept small: what never changes follows from `seed` and `overrides`, the rest from its moves. */
export type Order = {
  readonly seq: number;
  readonly orderSn: string;
  readonly shop: Shop;
  readonly seed: number;
  readonly createTime: number;
  readonly overrides: OrderFactsOverrides | undefined;
  readonly moves: [Move, ...Move[]];
  readonly pushes: PushRecord[];
  /** When the last move was made, in milliseconds: stale reads count from here. */
  movedAt: number;
};

export function lastMove(order: Order): Move {
  return order.moves.at(-1) ?? order.moves[0];
}
