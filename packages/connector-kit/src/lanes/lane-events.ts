import { Prisma, type PrismaClient } from 'shared/db/client';
import { ExpectationSchema } from 'shared/inbox/expectation';
import { z } from 'zod';

const LaneEventSchema = z.object({
  id: z.bigint().transform(String),
  receivedAt: z.date().transform((date) => date.toISOString()),
  seen: z.int(),
  attempts: z.int(),
  staleReads: z.int(),
  urgent: z.boolean(),
  origin: z.string(),
  key: z.string(),
  // One odd row must not keep the lane from reading the others; without an expectation any answer ends it.
  expects: ExpectationSchema.nullable().catch(null),
  traceId: z.string(),
});
/** An open, due row of a lane, as it was read. */
export type LaneEvent = z.infer<typeof LaneEventSchema>;

export type LaneRead = {
  /** PostgreSQL's clock at this read: the `fetchedAt` of what is fetched next. */
  now: string;
  /** Urgent ones first, each oldest due first. */
  due: LaneEvent[];
};

/**
 * Whatever changes when a row is told again, spends an attempt or is postponed: such a row is a new thing to take, also while
 * the memory still holds what it was.
 */
export const identityOf = ({ id, seen, attempts, staleReads }: Pick<LaneEvent, 'id' | 'seen' | 'attempts' | 'staleReads'>): string =>
  [id, seen, attempts, staleReads].join(':');

/** Reads the oldest due rows of a store, up to `limit` urgent ones and as many others; no cursor, no claim, no lock. */
export async function readLane(database: Pick<PrismaClient, '$queryRaw'>, storeId: string, limit: number): Promise<LaneRead> {
  const dueRows = (urgent: boolean): Prisma.Sql => Prisma.sql`
    (SELECT id, received_at AS "receivedAt", seen, attempts, stale_reads AS "staleReads", urgent, origin, key, expects, trace_id AS "traceId"
     FROM webhook.inbound_event
     WHERE store_id = ${storeId}::bigint AND urgent = ${urgent} AND status = 'received' AND next_attempt_at <= clock_timestamp() AND kind = 'order'
     ORDER BY next_attempt_at, id LIMIT ${limit})`;
  const [clock] = await database.$queryRaw<{ now: Date }[]>(Prisma.sql`SELECT clock_timestamp() AS now`);
  if (!clock) throw new TypeError('the database gave no time');
  const rows = await database.$queryRaw(Prisma.sql`${dueRows(true)} UNION ALL ${dueRows(false)}`);
  return { now: clock.now.toISOString(), due: z.array(LaneEventSchema).parse(rows) };
}
