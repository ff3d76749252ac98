import { z } from 'zod';
import { Prisma, type PrismaClient } from '../db/client.ts';
import { ConnectedChannelSchema } from '../domain/channel.ts';
import type { EventRef } from '../domain/event-ref.ts';
import { refTable } from './end-events.ts';

/** After so many attempts of its own a row is given up; a person may retry it, a later success ends it. */
export const ATTEMPTS_OF_AN_EVENT = 6;
/** Waits after a read that did not show what the event expects, in seconds; then the row ends as stale. */
export const STALE_WAITS_S = [1, 2, 5, 15, 60] as const;
const STALE_REASON = 'the marketplace still shows an older state';
/** Long enough for most outages to be over or to go on. */
const WAIT_S = 30;


const FailedSchema = z.object({
  id: z.bigint().transform(String),
  channel: ConnectedChannelSchema,
  storeId: z.bigint().transform(String),
  code: z.string(),
  reason: z.string(),
  traceId: z.string(),
  status: z.string(),
});
/** A row that was given up, and why. */
export type FailedEvent = z.infer<typeof FailedSchema>;
const FAILED_COLUMNS = Prisma.sql`e.id, e.channel, e.store_id AS "storeId", e.key AS code, e.reason, e.trace_id AS "traceId", e.status`;

/**
 * Spends one attempt of each row, whose own fault it is, and gives those that are failed with it.
 * Waits double from 2 s, with up to half of jitter.
 */
export async function spendEvents(sql: Pick<PrismaClient, '$queryRaw'>, refs: readonly EventRef[], reason: string): Promise<FailedEvent[]> {
  if (refs.length === 0) return [];
  const rows = z.array(FailedSchema).parse(await sql.$queryRaw(Prisma.sql`
    UPDATE webhook.inbound_event e SET
      attempts = e.attempts + 1,
      reason = ${reason},
      status = CASE WHEN e.attempts + 1 >= ${ATTEMPTS_OF_AN_EVENT} THEN 'failed' ELSE 'received' END,
      ended_at = CASE WHEN e.attempts + 1 >= ${ATTEMPTS_OF_AN_EVENT} THEN clock_timestamp() END,
      next_attempt_at = clock_timestamp() + make_interval(secs => 2 ^ (e.attempts + 1) * (1 + random() / 2))
    FROM ${refTable(refs)}
    WHERE e.id = r.id AND e.received_at = r.received_at AND e.seen = r.seen AND e.status = 'received'
    RETURNING ${FAILED_COLUMNS}`));
  return rows.filter(({ status }) => status === 'failed');
}

/** Gives rows up at once. */
export async function failEvents(sql: Pick<PrismaClient, '$queryRaw'>, refs: readonly EventRef[], reason: string): Promise<FailedEvent[]> {
  if (refs.length === 0) return [];
  return z.array(FailedSchema).parse(await sql.$queryRaw(Prisma.sql`
    UPDATE webhook.inbound_event e SET status = 'failed', reason = ${reason}, ended_at = clock_timestamp()
    FROM ${refTable(refs)}
    WHERE e.id = r.id AND e.received_at = r.received_at AND e.seen = r.seen AND e.status = 'received'
    RETURNING ${FAILED_COLUMNS}`));
}

/** The answer was older than what the event tells: read again soon, and after the last wait call the row stale. Gives those that are. */
export async function postponeStaleEvents(sql: Pick<PrismaClient, '$queryRaw'>, refs: readonly EventRef[]): Promise<FailedEvent[]> {
  if (refs.length === 0) return [];
  const rows = z.array(FailedSchema).parse(await sql.$queryRaw(Prisma.sql`
    UPDATE webhook.inbound_event e SET
      stale_reads = e.stale_reads + 1,
      reason = ${STALE_REASON},
      status = CASE WHEN e.stale_reads >= ${STALE_WAITS_S.length} THEN 'stale' ELSE 'received' END,
      ended_at = CASE WHEN e.stale_reads >= ${STALE_WAITS_S.length} THEN clock_timestamp() END,
      next_attempt_at = clock_timestamp() + make_interval(secs => (${[...STALE_WAITS_S]}::float8[])[least(e.stale_reads + 1, ${STALE_WAITS_S.length})])
    FROM ${refTable(refs)}
    WHERE e.id = r.id AND e.received_at = r.received_at AND e.seen = r.seen AND e.status = 'received'
    RETURNING ${FAILED_COLUMNS}`));
  return rows.filter(({ status }) => status === 'stale');
}

/** Something that the order's own call does not depend on is away for a while: read again later, and nothing is counted. */
export async function waitWithEvents(sql: Pick<PrismaClient, '$executeRaw'>, refs: readonly EventRef[], reason: string): Promise<void> {
  if (refs.length === 0) return;
  await sql.$executeRaw(Prisma.sql`
    UPDATE webhook.inbound_event e SET reason = ${reason}, next_attempt_at = clock_timestamp() + make_interval(secs => ${WAIT_S} * (1 + random() / 2))
    FROM ${refTable(refs)}
    WHERE e.id = r.id AND e.received_at = r.received_at AND e.seen = r.seen AND e.status = 'received'`);
}

/** A person wants a given-up row tried again. */
export async function reopenEvent(sql: Pick<PrismaClient, '$executeRaw'>, eventId: string): Promise<boolean> {
  const touched = await sql.$executeRaw(Prisma.sql`
    UPDATE webhook.inbound_event SET status = 'received', attempts = 0, stale_reads = 0, reason = NULL, ended_at = NULL, seen = seen + 1,
      next_attempt_at = clock_timestamp()
    WHERE id = ${eventId}::bigint AND status IN ('failed', 'stale', 'done')`);
  return touched > 0;
}
