import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { z } from 'zod';

const OpenRowSchema = z.object({
  id: z.string(),
  channel: z.string(),
  storeId: z.string().nullable(),
  key: z.string(),
  attempts: z.int(),
  staleReads: z.int(),
  reason: z.string().nullable(),
});
export type OpenRow = z.infer<typeof OpenRowSchema>;

export type Settled =
  | { settled: true; waitedMs: number }
  /** How many rows are open still, and the oldest of them. */
  | { settled: false; waitedMs: number; open: number; rows: OpenRow[] };

const POLL_MS = 100;
const ROWS_SHOWN = 20;

const COUNT = `SELECT count(*)::int AS open FROM webhook.inbound_event WHERE status = 'received' AND received_at >= $1`;
const OLDEST = `
  SELECT id, channel, store_id AS "storeId", key, attempts, stale_reads AS "staleReads", reason
  FROM webhook.inbound_event WHERE status = 'received' AND received_at >= $1 ORDER BY id LIMIT ${ROWS_SHOWN}`;

export type SettleOptions = {
  databaseUrl: string;
  deadlineMs: number;
  /** ISO time of the database: rows that came before it are not waited for. Default: all are. */
  since?: string;
};

/** Waits until no row of the inbox is open: each ends in the transaction that wrote its order, so then all of them are written. */
export async function waitUntilSettled({ databaseUrl, deadlineMs, since = '-infinity' }: SettleOptions): Promise<Settled> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const startedAt = performance.now();
  const waitedMs = (): number => Math.round(performance.now() - startedAt);
  try {
    for (;;) {
      const open = await countOpen(client, since);
      if (open === 0) return { settled: true, waitedMs: waitedMs() };
      if (waitedMs() >= deadlineMs) {
        const { rows } = await client.query(OLDEST, [since]);
        return { settled: false, waitedMs: waitedMs(), open, rows: z.array(OpenRowSchema).parse(rows) };
      }
      await wait(POLL_MS);
    }
  } finally {
    await client.end();
  }
}

async function countOpen(client: pg.Client, since: string): Promise<number> {
  const { rows } = await client.query(COUNT, [since]);
  return z.tuple([z.object({ open: z.int() })]).parse(rows)[0].open;
}
