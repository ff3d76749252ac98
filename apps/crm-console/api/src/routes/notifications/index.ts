import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { PrismaClient } from 'shared/db/client';
import { channelNames } from 'shared/domain/channel';
import { timeOrNull } from '../../map/values.ts';
import { listNotifications, type NotificationRow } from '../../queries/list-notifications.ts';
import { errorsOf } from '../../schemas/errors.ts';
import { chooseLanguage, paramsOf, wordsOf } from './catalogue.ts';
import { type Language, type Notification, NotificationListQuerySchema, NotificationListSchema } from './schema.ts';

export const notificationRoutes: FastifyPluginAsyncZod<{ database: PrismaClient }> = async (app, { database }) => {
  app.get('', {
    schema: {
      tags: ['notifications'], summary: 'Causes that staff should know of, newest first', querystring: NotificationListQuerySchema,
      response: { 200: NotificationListSchema, ...errorsOf(400) },
    },
    handler: async ({ query, headers }, reply) => {
      const language = chooseLanguage(query.lang, headers['accept-language']);
      const { rows, nextCursor } = await listNotifications(database, query);
      reply.header('content-language', language).header('vary', 'Accept-Language');
      return { items: rows.map((row) => mapNotification(row, language)), nextCursor };
    },
  });
};

function mapNotification({ params: stored, ...row }: NotificationRow, language: Language): Notification {
  const params = paramsOf(stored);
  const channel = row.channel ? channelNames[row.channel] : 'CRM';
  return {
    ...row,
    ...wordsOf(row.kind, language, { params, channel, store: row.storeName ?? channel, count: row.count }),
    params,
    firstAt: row.firstAt.toISOString(),
    lastAt: row.lastAt.toISOString(),
    resolvedAt: timeOrNull(row.resolvedAt),
  };
}
