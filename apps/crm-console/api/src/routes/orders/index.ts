import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { PrismaClient } from 'shared/db/client';
import { type Caller, editors, requireRole } from '../../auth/caller.ts';
import { mapOrder } from '../../map/order.ts';
import { callerOf } from '../../plugins/session.ts';
import { countOrders } from '../../queries/count-orders.ts';
import { editOrder } from '../../queries/edit-order.ts';
import { listOrders } from '../../queries/list-orders.ts';
import { readOrderChildren } from '../../queries/order-children.ts';
import { readOrderHistory } from '../../queries/order-history.ts';
import { readOrder } from '../../queries/read-order.ts';
import { writeAudit } from '../../queries/write-audit.ts';
import { errorsOf } from '../../schemas/errors.ts';
import { IdParamsSchema } from '../../schemas/primitives.ts';
import {
  type Order, OrderCountsQuerySchema, OrderCountsSchema, OrderListQuerySchema, OrderListSchema, OrderPatchSchema, OrderSchema, RevealQuerySchema,
} from './schema.ts';

export type OrderRoutesOptions = { database: PrismaClient; now: () => Date };

export const orderRoutes: FastifyPluginAsyncZod<OrderRoutesOptions> = async (app, { database, now }) => {
  app.get('', {
    schema: { tags: ['orders'], summary: 'Orders, newest first', querystring: OrderListQuerySchema, response: { 200: OrderListSchema, ...errorsOf(400) } },
    handler: async (request) => {
      const { rows, nextCursor } = await listOrders(database, request.query, now());
      const { lines, packages } = await readOrderChildren(database, rows.map(({ id }) => id));
      const reading = { now: now(), masked: isStaff(request.caller) };
      const items = rows.map((row) => mapOrder({ row, lines: lines.get(row.id) ?? [], packages: packages.get(row.id) ?? [] }, reading));
      return { items, nextCursor };
    },
  });

  app.get('/counts', {
    schema: {
      tags: ['orders'], summary: 'How many orders each tab shows', querystring: OrderCountsQuerySchema,
      response: { 200: OrderCountsSchema, ...errorsOf(400) },
    },
    handler: ({ query }) => countOrders(database, query, now()),
  });

  app.get('/:id', {
    schema: {
      tags: ['orders'], summary: 'An order', params: IdParamsSchema, querystring: RevealQuerySchema,
      response: { 200: OrderSchema, ...errorsOf(400, 403, 404) },
    },
    handler: async (request) => {
      const caller = callerOf(request);
      const wantsReveal = isStaff(caller) && request.query.reveal === 'true';
      if (wantsReveal) requireRole(caller, ...editors);
      const order = await wholeOrder(request.params.id, isStaff(caller) && !wantsReveal);
      if (wantsReveal) await writeAudit(database, { caller, action: 'order.reveal', subject: { type: 'order', id: order.id }, requestId: request.id });
      return order;
    },
  });

  app.patch('/:id', {
    schema: {
      tags: ['orders'], summary: 'The shop’s own fields: note, tags, assignee', params: IdParamsSchema, body: OrderPatchSchema,
      response: { 200: OrderSchema, ...errorsOf(400, 403, 404) },
    },
    handler: async (request) => {
      const caller = callerOf(request);
      requireRole(caller, ...editors);
      await editOrder(database, { id: request.params.id, patch: request.body, caller, requestId: request.id });
      return wholeOrder(request.params.id, isStaff(caller));
    },
  });

  async function wholeOrder(id: string, masked: boolean): Promise<Order> {
    const [parts, history] = await Promise.all([readOrder(database, id), readOrderHistory(database, id)]);
    const { appliedAt, createdAt } = parts.row;
    return { ...mapOrder(parts, { now: now(), masked }), appliedAt: appliedAt?.toISOString() ?? null, createdAt: createdAt.toISOString(), history };
  }
};

const isStaff = (caller: Caller | null): boolean => caller?.kind !== 'apiKey';
