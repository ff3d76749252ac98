import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { Prisma, type PrismaClient } from 'shared/db/client';
import { z } from 'zod';
import { errorsOf } from '../../schemas/errors.ts';
import { StaffListSchema, StaffMemberSchema } from './schema.ts';

export const staffRoutes: FastifyPluginAsyncZod<{ database: PrismaClient }> = async (app, { database }) => {
  app.get('', {
    schema: { tags: ['staff'], summary: 'Whom an order can be assigned to', response: { 200: StaffListSchema, ...errorsOf() } },
    handler: async () => {
      const rows = await database.$queryRaw(Prisma.sql`SELECT id, name, role FROM crm.staff ORDER BY name, id`);
      return { items: z.array(StaffMemberSchema).parse(rows), nextCursor: null };
    },
  });
};
