import { Prisma, type PrismaClient } from 'shared/db/client';
import { z } from 'zod';
import type { Order } from '../routes/orders/schema.ts';

const HistoryRowSchema = z.object({
  at: z.date(),
  actor: z.string(),
  actorName: z.string().nullable(),
  kind: z.string(),
  data: z.record(z.string(), z.unknown()).catch({}),
  traceId: z.string().nullable(),
});

/** What happened to an order, newest first: what its marketplace told, and what staff did or looked at. */
export async function readOrderHistory(database: Pick<PrismaClient, '$queryRaw'>, orderId: string): Promise<Order['history']> {
  const rows = await database.$queryRaw(Prisma.sql`
    SELECT e.at, e.actor, a.name AS "actorName", e.kind, e.data, e.trace_id AS "traceId"
    FROM (
      SELECT at, actor, kind, data, trace_id, 0 AS source, id FROM crm.order_history WHERE order_id = ${orderId}::bigint
      UNION ALL
      SELECT at, actor, action, jsonb_strip_nulls(jsonb_build_object('before', before, 'after', after)), NULL, 1, id
      FROM crm.audit WHERE subject_type = 'order' AND subject_id = ${orderId}
    ) e
    LEFT JOIN crm.staff a ON e.actor = 'staff:' || a.id
    ORDER BY e.at DESC, e.source DESC, e.id DESC`);
  return z.array(HistoryRowSchema).parse(rows).map((row) => ({ ...row, at: row.at.toISOString() }));
}
