import { Prisma, type PrismaClient } from '../db/client.ts';
import type { EventRef } from '../domain/event-ref.ts';

type Sql = Pick<PrismaClient, '$executeRaw'>;

/**
 * Ends exactly the rows that were carried: one that was told again since, or that has another row's id, stays open; so does one that
 * somebody holds, and its order is fetched once more.
 */
export async function endEvents(sql: Sql, refs: readonly EventRef[], reason: string | null = null): Promise<void> {
  if (refs.length === 0) return;
  await sql.$executeRaw(Prisma.sql`
    UPDATE webhook.inbound_event SET status = 'done', reason = ${reason}, ended_at = clock_timestamp()
    WHERE id IN (
      SELECT e.id FROM webhook.inbound_event e JOIN ${refTable(refs)} ON e.id = r.id AND e.received_at = r.received_at AND e.seen = r.seen
      WHERE e.status IN ('received', 'failed', 'stale') ORDER BY e.id FOR UPDATE OF e SKIP LOCKED)`);
}

/** What a complete answer shows of an order. */
export type ShownOrder = { storeId: string; code: string; sourceUpdatedAt: string; word: string; trackedPackages: string[] };

/**
 * A success heals: rows that had been given up, or had waited in vain, are over where the order now shows what they tell. For a tracking
 * number any number of its package counts: the one that was told may be superseded.
 */
export async function endFailedEvents(sql: Sql, orders: readonly ShownOrder[]): Promise<void> {
  if (orders.length === 0) return;
  await sql.$executeRaw(Prisma.sql`
    UPDATE webhook.inbound_event SET status = 'done', reason = NULL, ended_at = clock_timestamp()
    WHERE id IN (
      SELECT e.id FROM webhook.inbound_event e JOIN unnest(
        ${orders.map(({ storeId }) => storeId)}::bigint[], ${orders.map(({ code }) => code)}::text[],
        ${orders.map(({ sourceUpdatedAt }) => sourceUpdatedAt)}::timestamptz[], ${orders.map(({ word }) => word)}::text[],
        ${orders.map(({ trackedPackages }) => JSON.stringify(trackedPackages))}::jsonb[]
      ) AS o (store_id, code, updated_at, word, tracked) ON e.store_id = o.store_id AND e.key = o.code
      WHERE e.status IN ('failed', 'stale') AND e.kind = 'order'
        AND (e.expects -> 'tracking' IS NULL OR o.tracked ? (e.expects -> 'tracking' ->> 'packageNumber'))
        AND (e.expects ->> 'updatedAt' IS NULL OR (e.expects ->> 'updatedAt')::timestamptz < o.updated_at
          OR ((e.expects ->> 'updatedAt')::timestamptz = o.updated_at AND coalesce(e.expects ->> 'word', o.word) = o.word))
      ORDER BY e.id FOR UPDATE OF e SKIP LOCKED)`);
}

export function refTable(refs: readonly EventRef[]): Prisma.Sql {
  return Prisma.sql`unnest(
    ${refs.map(({ id }) => id)}::bigint[], ${refs.map(({ receivedAt }) => receivedAt)}::timestamptz[], ${refs.map(({ seen }) => seen)}::int[]
  ) AS r (id, received_at, seen)`;
}
