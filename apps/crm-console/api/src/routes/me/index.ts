import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { callerOf } from '../../plugins/session.ts';
import { errorsOf } from '../../schemas/errors.ts';
import { MeSchema } from './schema.ts';

export const meRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('', {
    schema: { tags: ['me'], summary: 'Who is signed in', response: { 200: MeSchema, ...errorsOf() } },
    handler: async (request) => {
      const caller = callerOf(request);
      if (caller.kind === 'apiKey') return { id: 'api-key', name: 'API key', email: null, role: 'owner' as const };
      const { id, name, email, role } = caller;
      return { id, name, email, role };
    },
  });
};
