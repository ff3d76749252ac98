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

/** A success heals: rows of these codes that had been given up are over. */
export async function endFailedEvents(sql: Sql, orders: readonly { storeId: string; code: string }[]): Promise<void> {
  if (orders.length === 0) return;
  await sql.$executeRaw(Prisma.sql`
    UPDATE webhook.inbound_event e SET status = 'done', reason = NULL, ended_at = clock_timestamp()
    FROM unnest(${orders.map(({ storeId }) => storeId)}::bigint[], ${orders.map(({ code }) => code)}::text[]) AS o (store_id, code)
    WHERE e.status = 'failed' AND e.kind = 'order' AND e.store_id = o.store_id AND e.key = o.code`);
}

export function refTable(refs: readonly EventRef[]): Prisma.Sql {
  return Prisma.sql`unnest(
    ${refs.map(({ id }) => id)}::bigint[], ${refs.map(({ receivedAt }) => receivedAt)}::timestamptz[], ${refs.map(({ seen }) => seen)}::int[]
  ) AS r (id, received_at, seen)`;
}
