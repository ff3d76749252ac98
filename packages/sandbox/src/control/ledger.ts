import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { msgIdOf } from '../push/push-body.ts';
import { renderOrder } from '../shopee/render-order.ts';
import { orderState } from '../world/order-state.ts';
import { lastMove, type Order, type PushRecord } from '../world/types.ts';
import type { ControlDeps } from './control-deps.ts';
import { parseControl } from './parse.ts';

const QuerySchema = z.strictObject({
  shopId: z.coerce.number().int().optional(),
  orderSn: z.string().optional(),
  updatedSince: z.coerce.number().int().optional(),
  cursor: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
});

/** The truth, whatever faults are set: what each order is now, how it came there, and what became of its pushes. */
export function ledgerRoutes(app: FastifyInstance, { world, sender }: ControlDeps): void {
  app.get('/ledger', (request) => {
    const { shopId, orderSn, updatedSince = 0, cursor, limit } = parseControl(QuerySchema, request.query);
    const items: object[] = [];
    const wanted = (order: Order): boolean =>
      (shopId === undefined || order.shop.id === shopId) && (orderSn === undefined || order.orderSn === orderSn) && lastMove(order).updateTime >= updatedSince;
    for (const order of world.ordersFrom(cursor)) {
      if (!wanted(order)) continue;
      if (items.length === limit) return { items, nextCursor: String(order.seq) };
      items.push(entryOf(order, sender.salt()));
    }
    return { items, nextCursor: null };
  });
}

function entryOf(order: Order, salt: number): object {
  const { facts, trackingNumber, status, updateTime } = orderState(order);
  return {
    shopId: order.shop.id,
    orderSn: order.orderSn,
    status,
    updateTime,
    masked: facts.masked,
    trackingNumber,
    order: renderOrder(order, { fields: 'all', pendingShown: true, masked: false }),
    moves: order.moves,
    pushes: order.pushes.map((push) => pushOf(push, salt)),
  };
}

function pushOf(push: PushRecord, salt: number): object {
  const { code, attempts, status, move } = push;
  return { msgId: msgIdOf(push, salt), code, move, sentAt: isoOrNull(push.sentAt), acknowledgedAt: isoOrNull(push.acknowledgedAt), attempts, status };
}

const isoOrNull = (ms: number): string | null => (ms === 0 ? null : new Date(ms).toISOString());
