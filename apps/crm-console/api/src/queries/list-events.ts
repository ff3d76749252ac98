import { Prisma, type PrismaClient } from 'shared/db/client';
import { z } from 'zod';
import { timeOrNull } from '../map/values.ts';
import { type Event, type EventListQuery, EventSchema } from '../routes/events/schema.ts';
import { reasonIn } from '../routes/notifications/reasons.ts';
import { encodeCursor } from '../schemas/paging.ts';

const EventRowSchema = EventSchema.omit({ reasonLabel: true }).extend({ receivedAt: z.date(), endedAt: z.date().nullable() });

/** The inbox, newest first. Its bodies stay where they are: they hold what a marketplace sent. */
export async function listEvents(
  database: Pick<PrismaClient, '$queryRaw'>,
  query: EventListQuery,
): Promise<{ items: Event[]; nextCursor: string | null }> {
  const rows = z.array(EventRowSchema).parse(await database.$queryRaw(Prisma.sql`
    SELECT e.id::text AS id, e.channel, e.store_id::text AS "storeId", e.origin, e.kind, e.key, e.status, e.reason, e.seen, e.attempts,
      e.received_at AS "receivedAt", e.ended_at AS "endedAt", e.trace_id AS "traceId"
    FROM webhook.inbound_event e WHERE ${Prisma.join(conditionsOf(query), ' AND ')}
    ORDER BY e.received_at DESC, e.id DESC LIMIT ${query.limit + 1}`));
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: page.map((row) => ({ ...row, reasonLabel: labelOf(row.reason), receivedAt: row.receivedAt.toISOString(), endedAt: timeOrNull(row.endedAt) })),
    nextCursor: last ? encodeCursor({ at: last.receivedAt, id: last.id }) : null,
  };
}

const labelOf = (reason: string | null): Event['reasonLabel'] => (reason === null ? null : { vi: reasonIn('vi', reason), en: reasonIn('en', reason) });

function conditionsOf({ storeId, status, origin, q, cursor }: EventListQuery): Prisma.Sql[] {
  return [
    Prisma.sql`true`,
    ...(storeId?.length ? [Prisma.sql`e.store_id = ANY(${storeId}::bigint[])`] : []),
    ...(status?.length ? [Prisma.sql`e.status = ANY(${status}::text[])`] : []),
    ...(origin?.length ? [Prisma.sql`e.origin = ANY(${origin}::text[])`] : []),
    ...(q ? [Prisma.sql`e.key = ${q}`] : []),
    ...(cursor ? [Prisma.sql`(e.received_at, e.id) < (${cursor.at}, ${cursor.id}::bigint)`] : []),
  ];
}
