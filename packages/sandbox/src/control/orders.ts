import type { FastifyInstance } from 'fastify';
import { AppError } from 'shared/errors/app-error';
import { z } from 'zod';
import { secondsOf } from '../clock.ts';
import { isCod } from '../world/order-facts.ts';
import { mixSeed } from '../world/rng.ts';
import { nextStatuses } from '../world/transitions.ts';
import { lastMove, type Order, type Shop } from '../world/types.ts';
import { wayTo } from '../world/way-to.ts';
import { shopOr404 } from './choose-shops.ts';
import type { ControlDeps } from './control-deps.ts';
import { MoveSchema, NewOrdersSchema } from './order-schemas.ts';
import { notFound, parseControl, refuse } from './parse.ts';

const ParamsSchema = z.object({ sn: z.string() });
type NewOrders = z.infer<typeof NewOrdersSchema>;

export function orderRoutes(app: FastifyInstance, deps: ControlDeps): void {
  app.post('/orders', (request, reply) => {
    const given = parseControl(NewOrdersSchema, request.body);
    const shop = shopOr404(deps.world, given.shopId);
    const orders = Array.from({ length: given.count }, (_, number) => createOne(deps, { given, shop, number }));
    return reply.code(201).send({ orders: orders.map(describe) });
  });
  app.get('/orders/:sn', (request) => describe(orderOr404(deps, request.params)));
  app.post('/orders/:sn/move', (request) => {
    const order = orderOr404(deps, request.params);
    const { force, updateTime, silent, ...step } = parseControl(MoveSchema, request.body);
    const allowed = [...nextStatuses(order.moves.map(({ status }) => status)).keys()];
    const current = lastMove(order).status;
    const packageOnly = step.status === current && step.logistics !== undefined;
    if (!force && !packageOnly && !allowed.includes(step.status)) throw refusedMove(current, step.status, allowed);
    void deps.mover.move(order, step, { updateTime, silent });
    return describe(order);
  });
}

type One = { given: NewOrders; shop: Shop; number: number };

function createOne(deps: ControlDeps, { given, shop, number }: One): Order {
  const { shopId: _shopId, count, status, createTime: from, createTimeTo, stepSeconds, seed: firstSeed, silent, ...overrides } = given;
  const seed = mixSeed(firstSeed ?? deps.world.seed, firstSeed === undefined ? deps.world.orderCount() : number);
  const start = from ?? secondsOf(deps.clock);
  const createTime = createTimeTo === undefined ? start : start + Math.floor(((createTimeTo - start) * number) / count);
  const way = wayTo(status, isCod(seed, overrides));
  if (!way) throw refuse('status', `no way leads to ${String(status)}; create the order and move it with force`);
  const [first, ...steps] = way;
  const { order } = deps.mover.create({ shop, seed, createTime, overrides, ...first }, { silent });
  steps.forEach((step, index) => void deps.mover.move(order, step, { silent, updateTime: createTime + (index + 1) * stepSeconds }));
  return order;
}

function orderOr404({ world }: ControlDeps, params: unknown): Order {
  const { sn } = parseControl(ParamsSchema, params);
  const order = world.order(sn);
  if (!order) throw notFound('orderSn', `there is no order ${sn}`);
  return order;
}

function refusedMove(from: string, to: string, allowed: readonly string[]): AppError {
  const ways = allowed.length > 0 ? allowed.join(', ') : 'nowhere';
  return new AppError({ code: 'CONFLICT', details: { fields: { status: `${from} → ${to} is no known way (only to ${ways}); force does it anyway` } } });
}

function describe(order: Order): object {
  const { status, updateTime, logistics } = lastMove(order);
  return { orderSn: order.orderSn, shopId: order.shop.id, status, createTime: order.createTime, updateTime, logistics };
}
