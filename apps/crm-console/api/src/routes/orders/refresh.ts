import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { PrismaClient } from 'shared/db/client';
import { editors, requireRole } from '../../auth/caller.ts';
import { callerOf } from '../../plugins/session.ts';
import { requestRefresh } from '../../queries/request-refresh.ts';
import type { WakeLane } from '../../queue/console-queues.ts';
import { errorsOf } from '../../schemas/errors.ts';
import { IdParamsSchema } from '../../schemas/primitives.ts';
import { RefreshBodySchema, RefreshResponseSchema } from './schema.ts';

export type RefreshRoutesOptions = { database: PrismaClient; wakeLane: WakeLane };

export const refreshRoutes: FastifyPluginAsyncZod<RefreshRoutesOptions> = async (app, { database, wakeLane }) => {
  app.post('/:id/refresh', {
    schema: {
      tags: ['orders'], summary: 'Fetch the order from its marketplace now', params: IdParamsSchema, body: RefreshBodySchema,
      response: { 202: RefreshResponseSchema, ...errorsOf(400, 403, 404, 409) },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request);
      requireRole(caller, ...editors);
      const { eventId, status, channel, storeId } = await requestRefresh(database, { orderId: request.params.id, caller, requestId: request.id });
      await wakeLane(channel, storeId);
      return reply.code(202).send({ commandId: null, eventId, waiting: status === 'received' });
    },
  });
};
