import { Prisma, type PrismaClient } from 'shared/db/client';
import { ConnectedChannelSchema } from 'shared/domain/channel';
import { z } from 'zod';
import type { Lane } from './lane-waker.ts';

type Sql = Pick<PrismaClient, '$queryRaw' | '$executeRaw'>;

const ROWS_A_TICK = 5_000;

/** Rows of a store that is there now are received; rows of one that is off or removed are parked. What somebody holds is for the next tick. */
export async function adoptAndPark(sql: Sql): Promise<void> {
  await sql.$executeRaw(Prisma.sql`
    UPDATE webhook.inbound_event SET store_id = found.store_id, status = 'received', next_attempt_at = clock_timestamp()
    FROM (
      SELECT e.id, s.id AS store_id FROM channel.store s
      JOIN webhook.inbound_event e ON e.channel = s.channel AND e.external_store_id = s.external_id AND e.status = 'parked'
      WHERE s.status IN ('active', 'importing') LIMIT ${ROWS_A_TICK} FOR UPDATE OF e SKIP LOCKED
    ) AS found WHERE inbound_event.id = found.id`);
  await sql.$executeRaw(Prisma.sql`
    UPDATE webhook.inbound_event SET status = 'parked'
    FROM (
      SELECT e.id FROM channel.store s JOIN webhook.inbound_event e ON e.store_id = s.id AND e.status = 'received'
      WHERE s.status IN ('off', 'removed') LIMIT ${ROWS_A_TICK} FOR UPDATE OF e SKIP LOCKED
    ) AS found WHERE inbound_event.id = found.id`);
}

/** Stores whose lane has an open row that is due: a lost wake-up, a retry, a sweep's work, a flushed Redis. */
export async function lanesThatAreDue(sql: Sql): Promise<Lane[]> {
  const rows = await sql.$queryRaw(Prisma.sql`
    SELECT s.channel, s.id AS "storeId" FROM channel.store s
    WHERE s.status IN ('active', 'importing') AND EXISTS (
      SELECT 1 FROM webhook.inbound_event e
      WHERE e.store_id = s.id AND e.urgent IN (true, false) AND e.status = 'received' AND e.next_attempt_at <= clock_timestamp())`);
  return z.array(z.object({ channel: ConnectedChannelSchema, storeId: z.bigint().transform(String) })).parse(rows);
}

/** How long rows that are over are kept, in days. */
const keepDays = { done: 30, stale: 30, ignored: 7, parked: 30, failed: 90 } as const;

export async function deleteOldEvents(sql: Sql): Promise<void> {
  for (const [status, days] of Object.entries(keepDays)) {
    await sql.$executeRaw(Prisma.sql`
      DELETE FROM webhook.inbound_event WHERE id IN (
        SELECT id FROM webhook.inbound_event
        WHERE status = ${status} AND status <> 'received' AND received_at < clock_timestamp() - make_interval(days => ${days})
        LIMIT ${ROWS_A_TICK} FOR UPDATE SKIP LOCKED)`);
  }
}
