import { Prisma, type PrismaClient } from 'shared/db/client';
import { ChannelSchema } from 'shared/domain/channel';
import { z } from 'zod';
import type { NotificationListQuery } from '../routes/notifications/schema.ts';
import { encodeCursor } from '../schemas/paging.ts';

const NotificationRowSchema = z.object({
  id: z.string(),
  kind: z.string(),
  channel: ChannelSchema.nullable(),
  storeId: z.string().nullable(),
  storeName: z.string().nullable(),
  params: z.unknown(),
  count: z.int(),
  retryable: z.boolean(),
  firstAt: z.date(),
  lastAt: z.date(),
  resolvedAt: z.date().nullable(),
});
export type NotificationRow = z.infer<typeof NotificationRowSchema>;

/** Newest occurrence first. One that occurs again while somebody pages moves to the top: it is not shown twice on older pages. */
export async function listNotifications(database: Pick<PrismaClient, '$queryRaw'>, { resolved, limit, cursor }: Omit<NotificationListQuery, 'lang'>) {
  const healed = resolved === undefined ? Prisma.empty : Prisma.sql` AND (n.resolved_at IS NOT NULL) = ${resolved}`;
  const past = cursor ? Prisma.sql` AND (n.last_at, n.id) < (${cursor.at}, ${cursor.id}::bigint)` : Prisma.empty;
  const rows = z.array(NotificationRowSchema).parse(await database.$queryRaw(Prisma.sql`
    SELECT n.id::text AS id, n.kind, n.channel, n.store_id::text AS "storeId", s.name AS "storeName", n.params, n.count, n.retryable,
      n.first_at AS "firstAt", n.last_at AS "lastAt", n.resolved_at AS "resolvedAt"
    FROM channel.notification n LEFT JOIN channel.store s ON s.id = n.store_id
    WHERE true${healed}${past} ORDER BY n.last_at DESC, n.id DESC LIMIT ${limit + 1}`));
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { rows: page, nextCursor: last ? encodeCursor({ at: last.lastAt, id: last.id }) : null };
}
