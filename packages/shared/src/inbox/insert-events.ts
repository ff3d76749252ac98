import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { ConnectedChannel } from '../domain/channel.ts';
import { ConnectedChannelSchema } from '../domain/channel.ts';
import { Prisma, type PrismaClient } from '../db/client.ts';
import { type NewEvent, urgentOrigins } from './new-event.ts';

/** What makes two events one row. */
export type EventIdentity = Pick<NewEvent, 'dedupeKey' | 'kind' | 'key'>;
export type InsertedEvent = EventIdentity & { id: string; channel: ConnectedChannel; storeId: string | null; status: string };

const InsertedSchema = z.array(
  z.object({
    id: z.bigint().transform(String),
    channel: ConnectedChannelSchema,
    storeId: z.bigint().transform(String).nullable(),
    status: z.string(),
    dedupeKey: z.string(),
    kind: z.enum(['order', 'none']),
    key: z.string(),
  }),
);

type Sql = Pick<PrismaClient, '$queryRaw'>;
type Folded = { event: NewEvent; times: number };

/** The same for events that are one row. */
export const identityOf = ({ dedupeKey, kind, key }: EventIdentity): string => `${dedupeKey} ${kind} ${key}`;

/**
 * Keeps events, many in one statement. A row that tells what another told before counts as `seen` once more and is open again
 * (unless it is ignored), since the change may have come after the last answer was read. A row of a store that is not there, off or
 * removed is parked. Gives one result for each row that was written or touched; an event without one was not kept: it repeats a row
 * that somebody else holds, and nobody is made to wait for that.
 */
export async function insertEvents(database: Sql, events: readonly NewEvent[]): Promise<InsertedEvent[]> {
  let missed = fold(events);
  const kept: InsertedEvent[] = [];
  for (const waitMs of WAITS_MS) {
    if (missed.length === 0) break;
    if (waitMs > 0) await wait(waitMs);
    const now = await insertOrTouch(database, missed);
    const known = new Set(now.map(identityOf));
    kept.push(...now);
    missed = missed.filter(({ event }) => !known.has(identityOf(event)));
  }
  return kept;
}

/**
 * What another process inserts or ends at this moment is free within a commit; who holds a row longer than all of these is not waited for.
 */
const WAITS_MS = [0, 0, 10, 20, 40, 80, 120] as const;

/**
 * New rows are inserted; rows that are there are touched where nobody holds them. `INSERT` is kept from rows that are there, since
 * `ON CONFLICT` waits for whoever is changing them.
 */
async function insertOrTouch(database: Sql, rows: readonly Folded[]): Promise<InsertedEvent[]> {
  if (rows.length === 0) return [];
  return InsertedSchema.parse(await database.$queryRaw(Prisma.sql`
    WITH told AS MATERIALIZED (${toldRows(rows)}),
    held AS (
      SELECT mine.id AS held_id, told.* FROM told CROSS JOIN LATERAL (
        SELECT id FROM webhook.inbound_event WHERE id = told.known_id FOR UPDATE SKIP LOCKED
      ) AS mine
    ),
    inserted AS (
      INSERT INTO webhook.inbound_event
        (channel, store_id, external_store_id, origin, urgent, kind, key, expects, body, dedupe_key, status, reason, seen, trace_id, ended_at)
      SELECT channel, store_id, external_store_id, origin, urgent, kind, key, expects, body, dedupe_key, status, reason, seen, trace_id,
        CASE WHEN status = 'ignored' THEN clock_timestamp() END
      FROM told WHERE known_id IS NULL ORDER BY place
      ON CONFLICT DO NOTHING
      RETURNING ${RESULT}
    ),
    touched AS (
      UPDATE webhook.inbound_event stored SET
        seen = stored.seen + held.seen,
        store_id = held.store_id,
        status = CASE WHEN stored.status = 'ignored' THEN 'ignored' ELSE held.status END,
        reason = CASE WHEN stored.status = 'ignored' THEN stored.reason ELSE held.reason END,
        ended_at = CASE WHEN stored.status = 'ignored' THEN stored.ended_at END,
        attempts = 0, stale_reads = 0, next_attempt_at = clock_timestamp()
      FROM held WHERE stored.id = held.held_id
      RETURNING ${RESULT_OF_STORED}
    )
    SELECT * FROM inserted UNION ALL SELECT * FROM touched`));
}

const RESULT = Prisma.sql`id, channel, store_id AS "storeId", status, dedupe_key AS "dedupeKey", kind, key`;
const RESULT_OF_STORED = Prisma.sql`stored.id, stored.channel, stored.store_id, stored.status, stored.dedupe_key, stored.kind, stored.key`;

/** What is told, with its store, the status that a new row has, and the row that is there. `LATERAL`, so that it is one look into an index each. */
function toldRows(rows: readonly Folded[]): Prisma.Sql {
  const of = <T>(pick: (event: NewEvent) => T): T[] => rows.map(({ event }) => pick(event));
  return Prisma.sql`
    SELECT n.place, n.channel, s.id AS store_id, n.external_store_id, n.origin, n.urgent, n.kind, n.key, n.expects, n.body, n.dedupe_key,
      CASE WHEN n.status = 'ignored' THEN 'ignored' WHEN s.id IS NULL OR s.status IN ('off', 'removed') THEN 'parked' ELSE 'received' END AS status,
      n.reason, n.seen, n.trace_id, known.id AS known_id
    FROM unnest(
      ${of(({ channel }) => channel)}::text[], ${of(({ externalStoreId }) => externalStoreId)}::text[], ${of(({ origin }) => origin)}::text[],
      ${of(({ origin }) => urgentOrigins.has(origin))}::boolean[], ${of(({ kind }) => kind)}::text[], ${of(({ key }) => key)}::text[],
      ${of(({ expects }) => (expects ? JSON.stringify(expects) : null))}::jsonb[], ${of(({ body }) => body)}::bytea[],
      ${of(({ dedupeKey }) => dedupeKey)}::text[], ${of(({ status }) => status)}::text[], ${of(({ reason }) => reason)}::text[],
      ${rows.map(({ times }) => times)}::int[], ${of(({ traceId }) => traceId)}::text[]
    ) WITH ORDINALITY AS n (channel, external_store_id, origin, urgent, kind, key, expects, body, dedupe_key, status, reason, seen, trace_id, place)
    LEFT JOIN channel.store s ON s.channel = n.channel AND s.external_id = n.external_store_id
    LEFT JOIN LATERAL (
      SELECT id FROM webhook.inbound_event e WHERE e.dedupe_key = n.dedupe_key AND e.kind = n.kind AND e.key = n.key LIMIT 1
    ) AS known ON true`;
}

/** One statement may write a row once; sorted, so that two statements insert in the same order. */
function fold(events: readonly NewEvent[]): Folded[] {
  const byIdentity = new Map<string, Folded>();
  for (const event of events) {
    const identity = identityOf(event);
    const known = byIdentity.get(identity);
    if (known) known.times += 1;
    else byIdentity.set(identity, { event, times: 1 });
  }
  return [...byIdentity.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, folded]) => folded);
}
