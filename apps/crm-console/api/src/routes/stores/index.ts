import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { PrismaClient } from 'shared/db/client';
import { AppError } from 'shared/errors/app-error';
import { readStores } from '../../queries/read-stores.ts';
import { errorsOf } from '../../schemas/errors.ts';
import { IdParamsSchema } from '../../schemas/primitives.ts';
import { StoreListSchema, StoreSchema } from './schema.ts';

export const storeRoutes: FastifyPluginAsyncZod<{ database: PrismaClient }> = async (app, { database }) => {
  app.get('', {
    schema: { tags: ['stores'], summary: 'Every store, removed ones last', response: { 200: StoreListSchema, ...errorsOf() } },
    handler: async () => ({ items: await readStores(database), nextCursor: null }),
  });

  app.get('/:id', {
    schema: { tags: ['stores'], summary: 'A store', params: IdParamsSchema, response: { 200: StoreSchema, ...errorsOf(400, 404) } },
    handler: async ({ params }) => {
      const [store] = await readStores(database, params.id);
      if (!store) throw new AppError({ code: 'STORE_NOT_FOUND', details: { storeId: params.id } });
      return store;
    },
  });
};
