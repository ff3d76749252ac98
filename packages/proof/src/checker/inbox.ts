import type { ClientBase } from 'pg';
import { z } from 'zod';
import type { Difference } from './difference.ts';

const RowSchema = z.object({
  id: z.string(),
  shopId: z.string().nullable(),
  orderSn: z.string(),
  status: z.string(),
  reason: z.string().nullable(),
  attempts: z.int(),
});
type InboxRow = z.infer<typeof RowSchema>;

/** Given up, and no later read of the same order took its place. */
const LEFT_OVER = `
  SELECT e.id, e.external_store_id AS "shopId", e.key AS "orderSn", e.status, e.reason, e.attempts
  FROM webhook.inbound_event e
  LEFT JOIN channel.store s ON s.channel = e.channel AND s.external_id = e.external_store_id
  WHERE e.channel = 'shopee' AND e.kind = 'order' AND e.received_at >= $1
    AND (e.status = 'received'
      OR (e.status = 'parked' AND s.status IN ('active', 'importing'))
      OR (e.status IN ('failed', 'stale') AND NOT EXISTS (
        SELECT FROM webhook.inbound_event later
        WHERE later.channel = e.channel AND later.store_id = e.store_id AND later.kind = e.kind AND later.key = e.key
          AND later.status = 'done' AND later.reason IS NULL AND later.ended_at >= e.ended_at)))
  ORDER BY e.id`;

/** Rows of the inbox that wanted an order fetched, and were not served: still open, parked beside their store, or given up. */
export async function leftOverRows(client: ClientBase, since: string): Promise<Difference[]> {
  const { rows } = await client.query(LEFT_OVER, [since]);
  return z.array(RowSchema).parse(rows).map((row) => ({
    shopId: row.shopId ?? '',
    orderSn: row.orderSn,
    field: `inbox row ${row.id}`,
    expected: 'done',
    actual: wordsOf(row),
  }));
}

const wordsOf = ({ status, reason, attempts }: Pick<InboxRow, 'status' | 'reason' | 'attempts'>): string =>
  [status, ...(attempts > 0 ? [`${attempts} attempts`] : []), ...(reason ? [reason] : [])].join(', ');
