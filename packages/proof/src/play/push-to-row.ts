import type { ClientBase } from 'pg';
import { z } from 'zod';
import { keyOf } from '../checker/crm-rows.ts';
import { type LedgerEntry, ledgerPages } from '../checker/ledger.ts';

const RowSchema = z.object({ shopId: z.string(), orderSn: z.string(), status: z.string(), at: z.date(), recordedAt: z.date() });

const HISTORY = `
  SELECT s.external_id AS "shopId", o.code AS "orderSn", h.data ->> 'channelStatus' AS status, h.at, min(h.recorded_at) AS "recordedAt"
  FROM unnest($1::text[], $2::text[]) AS k (shop_id, code)
  JOIN channel.store s ON s.channel = 'shopee' AND s.external_id = k.shop_id
  JOIN crm.order o ON o.store_id = s.id AND o.code = k.code
  JOIN crm.order_history h ON h.order_id = o.id AND h.kind = 'channel_status'
  GROUP BY 1, 2, 3, 4`;

const STATUS_PUSH = 3;

/**
 * Milliseconds from the moment a status push was sent to the moment its move was written down, for each move that has a row: one
 * that was folded into a later fetch has none. The clocks are the sandbox's and PostgreSQL's, so this is for one machine.
 */
export async function pushToRowMs(client: ClientBase, sandboxUrl: string, fromCursor: number): Promise<number[]> {
  const all: number[] = [];
  for await (const entries of ledgerPages(sandboxUrl, fromCursor)) {
    const { rows } = await client.query(HISTORY, [entries.map(({ shopId }) => shopId), entries.map(({ orderSn }) => orderSn)]);
    const recorded = new Map(z.array(RowSchema).parse(rows).map((row) => [nameOf(keyOf(row), row.status, row.at.getTime()), row.recordedAt.getTime()]));
    for (const entry of entries) all.push(...ofOrder(entry, recorded));
  }
  return all;
}

const nameOf = (key: string, status: string, atMs: number): string => `${key} ${status} ${atMs}`;

function ofOrder(entry: LedgerEntry, recorded: ReadonlyMap<string, number>): number[] {
  return entry.pushes.flatMap(({ code, move: index, sentAt }) => {
    const move = entry.moves[index];
    if (code !== STATUS_PUSH || !move || sentAt === null) return [];
    const recordedAt = recorded.get(nameOf(keyOf(entry), move.status, move.updateTime * 1_000));
    // Written before its push went out: another push of the order was quicker.
    return recordedAt === undefined ? [] : [Math.max(0, recordedAt - Date.parse(sentAt))];
  });
}
