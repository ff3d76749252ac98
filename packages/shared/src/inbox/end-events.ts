import { Prisma, type PrismaClient } from '../db/client.ts';
import type { EventRef } from '../domain/event-ref.ts';

type Sql = Pick<PrismaClient, '$executeRaw'>;

/** Ends exactly the rows that were carried: one that was told again since, or that has another row's id, stays open. */
export async function endEvents(sql: Sql, refs: readonly EventRef[], reason: string | null = null): Promise<void> {
  if (refs.length === 0) return;
  await sql.$executeRaw(Prisma.sql`
    UPDATE webhook.inbound_event e SET status = 'done', reason = ${reason}, ended_at = clock_timestamp()
    FROM ${refTable(refs)}
    WHERE e.id = r.id AND e.received_at = r.received_at AND e.seen = r.seen AND e.status IN ('received', 'failed')`);
}

export type ShownOrder = { storeId: string; code: string; sourceUpdatedAt: string; word: string };

/**
 * A success heals: rows that had been given up, or had waited in vain, are over where the order now shows what they tell.
 * Those that wait for a tracking number stay: they are retried by hand. Gives the stores whose rows were healed.
 */
export async function endFailedEvents(sql: Pick<PrismaClient, '$queryRaw'>, orders: readonly ShownOrder[]): Promise<string[]> {
  if (orders.length === 0) return [];
  const healed = await sql.$queryRaw<{ storeId: bigint }[]>(Prisma.sql`
    UPDATE webhook.inbound_event e SET status = 'done', reason = NULL, ended_at = clock_timestamp()
    FROM unnest(
      ${orders.map(({ storeId }) => storeId)}::bigint[], ${orders.map(({ code }) => code)}::text[],
      ${orders.map(({ sourceUpdatedAt }) => sourceUpdatedAt)}::timestamptz[], ${orders.map(({ word }) => word)}::text[]
    ) AS o (store_id, code, updated_at, word)
    WHERE e.status IN ('failed', 'stale') AND e.kind = 'order' AND e.store_id = o.store_id AND e.key = o.code AND e.expects -> 'tracking' IS NULL
      AND (e.expects ->> 'updatedAt' IS NULL OR (e.expects ->> 'updatedAt')::timestamptz < o.updated_at
        OR ((e.expects ->> 'updatedAt')::timestamptz = o.updated_at AND coalesce(e.expects ->> 'word', o.word) = o.word))
    RETURNING e.store_id AS "storeId"`);
  return [...new Set(healed.map(({ storeId }) => String(storeId)))];
}

export function refTable(refs: readonly EventRef[]): Prisma.Sql {
  return Prisma.sql`unnest(
    ${refs.map(({ id }) => id)}::bigint[], ${refs.map(({ receivedAt }) => receivedAt)}::timestamptz[], ${refs.map(({ seen }) => seen)}::int[]
  ) AS r (id, received_at, seen)`;
}
