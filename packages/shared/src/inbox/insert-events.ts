import { z } from 'zod';
import type { ConnectedChannel } from '../domain/channel.ts';
import { ConnectedChannelSchema } from '../domain/channel.ts';
import { Prisma, type PrismaClient } from '../db/client.ts';
import { type NewEvent, urgentOrigins } from './new-event.ts';

export type InsertedEvent = { id: string; channel: ConnectedChannel; storeId: string | null; status: string };

const InsertedSchema = z.array(
  z.object({ id: z.bigint().transform(String), channel: ConnectedChannelSchema, storeId: z.bigint().transform(String).nullable(), status: z.string() }),
);

type Folded = { event: NewEvent; times: number };

/**
 * Keeps events, many in one statement. A row that tells what another told before counts as `seen` once more and is open again
 * (unless it is ignored), since the change may have come after the last answer was read. A row of a store that is not there, off or
 * removed is parked. Gives one result for each row that was written or touched.
 */
export async function insertEvents(database: Pick<PrismaClient, '$queryRaw'>, events: readonly NewEvent[]): Promise<InsertedEvent[]> {
  if (events.length === 0) return [];
  const rows = fold(events);
  const of = <T>(pick: (event: NewEvent) => T): T[] => rows.map(({ event }) => pick(event));
  return InsertedSchema.parse(await database.$queryRaw(Prisma.sql`
    INSERT INTO webhook.inbound_event AS stored
      (channel, store_id, external_store_id, origin, urgent, kind, key, expects, body, dedupe_key, status, reason, seen, trace_id, ended_at)
    SELECT n.channel, s.id, n.external_store_id, n.origin, n.urgent, n.kind, n.key, n.expects, n.body, n.dedupe_key,
      CASE WHEN n.status = 'ignored' THEN 'ignored' WHEN s.id IS NULL OR s.status IN ('off', 'removed') THEN 'parked' ELSE 'received' END,
      n.reason, n.seen, n.trace_id, CASE WHEN n.status = 'ignored' THEN clock_timestamp() END
    FROM unnest(
      ${of(({ channel }) => channel)}::text[], ${of(({ externalStoreId }) => externalStoreId)}::text[], ${of(({ origin }) => origin)}::text[],
      ${of(({ origin }) => urgentOrigins.has(origin))}::boolean[], ${of(({ kind }) => kind)}::text[], ${of(({ key }) => key)}::text[],
      ${of(({ expects }) => (expects ? JSON.stringify(expects) : null))}::jsonb[], ${of(({ body }) => body)}::bytea[],
      ${of(({ dedupeKey }) => dedupeKey)}::text[], ${of(({ status }) => status)}::text[], ${of(({ reason }) => reason)}::text[],
      ${rows.map(({ times }) => times)}::int[], ${of(({ traceId }) => traceId)}::text[]
    ) AS n (channel, external_store_id, origin, urgent, kind, key, expects, body, dedupe_key, status, reason, seen, trace_id)
    LEFT JOIN channel.store s ON s.channel = n.channel AND s.external_id = n.external_store_id
    ON CONFLICT (dedupe_key, kind, key) DO UPDATE SET
      seen = stored.seen + EXCLUDED.seen,
      store_id = EXCLUDED.store_id,
      status = CASE WHEN stored.status = 'ignored' THEN 'ignored' ELSE EXCLUDED.status END,
      reason = CASE WHEN stored.status = 'ignored' THEN stored.reason ELSE EXCLUDED.reason END,
      ended_at = CASE WHEN stored.status = 'ignored' THEN stored.ended_at END,
      attempts = 0, stale_reads = 0, next_attempt_at = clock_timestamp()
    RETURNING id, channel, store_id AS "storeId", status`));
}

/** One statement may touch a row once; sorted, so that two statements lock in the same order. */
function fold(events: readonly NewEvent[]): Folded[] {
  const byIdentity = new Map<string, Folded>();
  for (const event of events) {
    const identity = `${event.dedupeKey} ${event.kind} ${event.key}`;
    const known = byIdentity.get(identity);
    if (known) known.times += 1;
    else byIdentity.set(identity, { event, times: 1 });
  }
  return [...byIdentity.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, folded]) => folded);
}
