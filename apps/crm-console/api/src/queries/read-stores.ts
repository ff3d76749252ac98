import { Prisma, type PrismaClient } from 'shared/db/client';
import { z } from 'zod';
import { timeOrNull } from '../map/values.ts';
import { type Store, StoreSchema } from '../routes/stores/schema.ts';

/** The last push of a store is looked for among so many of the newest events; older than that is not known. */
const NEWEST_EVENTS = 50_000;
/** The oldest waiting event is one of the first in the lane: it was due before the others. */
const HEAD_OF_LANE = 50;

const record = z.record(z.string(), z.unknown()).catch({});
const StoreRowSchema = StoreSchema.pick({ id: true, channel: true, externalId: true, name: true, area: true, status: true, statusReason: true }).extend({
  authorisedUntil: z.date().nullable(),
  stockFrom: z.date(),
  switches: record,
  cursors: record,
  lastPushAt: z.date().nullable(),
  lagMs: z.number().nullable(),
});

/** All stores, or one. What no table knows yet (import, sweep, push registration) is null. */
export async function readStores(database: Pick<PrismaClient, '$queryRaw'>, id?: string): Promise<Store[]> {
  const rows = await database.$queryRaw(Prisma.sql`
    SELECT s.id::text AS id, s.channel, s.external_id AS "externalId", s.name, s.area, s.status, s.status_reason AS "statusReason",
      s.authorised_until AS "authorisedUntil", s.stock_from AS "stockFrom", s.switches, coalesce(c.cursors, '{}') AS cursors,
      p.last_push_at AS "lastPushAt", coalesce(floor(extract(epoch FROM clock_timestamp() - w.oldest) * 1000), 0)::float8 AS "lagMs"
    FROM channel.store s
    LEFT JOIN (
      SELECT e.store_id, max(e.received_at) AS last_push_at
      FROM (SELECT store_id, received_at, origin FROM webhook.inbound_event ORDER BY received_at DESC, id DESC LIMIT ${NEWEST_EVENTS}) e
      WHERE e.origin = 'push' GROUP BY e.store_id
    ) p ON p.store_id = s.id
    LEFT JOIN LATERAL (SELECT jsonb_object_agg(kind, value) AS cursors FROM channel.cursor WHERE store_id = s.id) c ON true
    LEFT JOIN LATERAL (
      SELECT min(head.received_at) AS oldest
      FROM (
        (${headOfLane(true)})
        UNION ALL
        (${headOfLane(false)})
      ) head
    ) w ON true
    ${id === undefined ? Prisma.empty : Prisma.sql`WHERE s.id = ${id}::bigint`}
    ORDER BY s.removed_at IS NOT NULL, s.name, s.id`);
  return z.array(StoreRowSchema).parse(rows).map(mapStore);
}

const headOfLane = (urgent: boolean): Prisma.Sql => Prisma.sql`
  SELECT received_at FROM webhook.inbound_event WHERE store_id = s.id AND status = 'received' AND urgent = ${urgent}
  ORDER BY next_attempt_at, id LIMIT ${HEAD_OF_LANE}`;

function mapStore({ authorisedUntil, stockFrom, lastPushAt, lagMs, ...row }: z.infer<typeof StoreRowSchema>): Store {
  return {
    ...row,
    authorisedUntil: timeOrNull(authorisedUntil),
    stockFrom: stockFrom.toISOString(),
    import: null,
    freshness: { lastPushAt: timeOrNull(lastPushAt), lastSweepAt: null, lagMs: lagMs === null ? null : Math.max(0, lagMs), pushRegistration: null },
  };
}
