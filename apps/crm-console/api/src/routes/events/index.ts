import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { PrismaClient } from 'shared/db/client';
import { listEvents } from '../../queries/list-events.ts';
import { errorsOf } from '../../schemas/errors.ts';
import { EventListQuerySchema, EventListSchema } from './schema.ts';

export const eventRoutes: FastifyPluginAsyncZod<{ database: PrismaClient }> = async (app, { database }) => {
  app.get('', {
    schema: {
      tags: ['events'], summary: 'What came in or was asked for, newest first', querystring: EventListQuerySchema,
      response: { 200: EventListSchema, ...errorsOf(400) },
    },
    handler: ({ query }) => listEvents(database, query),
  });
};
