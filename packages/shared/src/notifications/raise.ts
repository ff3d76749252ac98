import { Prisma, type PrismaClient } from '../db/client.ts';

/** A cause that staff should know of. Its words stand in the console; here are only facts, and no personal data. */
export type NewNotification = {
  kind: 'unknown_status' | 'order_unavailable' | 'event_failed' | 'store_refused';
  channel: string;
  storeId: string;
  /** What makes two occurrences the same cause, within kind and store. */
  groupKey: string;
  params: Record<string, string>;
  retryable: boolean;
};

/** Raises each, or counts one more where the same cause is open. */
export async function raiseNotifications(sql: Pick<PrismaClient, '$executeRaw'>, notifications: readonly NewNotification[]): Promise<void> {
  const rows = fold(notifications);
  if (rows.length === 0) return;
  const of = <T>(pick: (row: NewNotification) => T): T[] => rows.map(({ notification }) => pick(notification));
  await sql.$executeRaw(Prisma.sql`
    INSERT INTO channel.notification AS stored (kind, channel, store_id, group_key, params, retryable, count)
    SELECT * FROM unnest(
      ${of(({ kind }) => kind)}::text[], ${of(({ channel }) => channel)}::text[], ${of(({ storeId }) => storeId)}::bigint[],
      ${of(({ groupKey }) => groupKey)}::text[], ${of(({ params }) => JSON.stringify(params))}::jsonb[],
      ${of(({ retryable }) => retryable)}::boolean[], ${rows.map(({ times }) => times)}::int[])
    ON CONFLICT (kind, coalesce(store_id, 0), group_key) WHERE resolved_at IS NULL
    DO UPDATE SET count = stored.count + EXCLUDED.count, params = EXCLUDED.params, last_at = clock_timestamp()`);
}

/** Of these stores, those that have no given-up row any more: what was raised for them is over. */
export async function resolveHealed(sql: Pick<PrismaClient, '$executeRaw'>, storeIds: readonly string[]): Promise<void> {
  if (storeIds.length === 0) return;
  await sql.$executeRaw(Prisma.sql`
    UPDATE channel.notification n SET resolved_at = clock_timestamp()
    WHERE n.kind = 'event_failed' AND n.resolved_at IS NULL AND n.store_id = ANY(${[...storeIds]}::bigint[])
      AND NOT EXISTS (SELECT 1 FROM webhook.inbound_event e WHERE e.store_id = n.store_id AND e.status IN ('failed', 'stale'))`);
}

/** Words without a row that no order of these stores has any more. */
export async function resolveForgottenWords(sql: Pick<PrismaClient, '$executeRaw'>, storeIds: readonly string[]): Promise<void> {
  if (storeIds.length === 0) return;
  await sql.$executeRaw(Prisma.sql`
    UPDATE channel.notification n SET resolved_at = clock_timestamp()
    WHERE n.kind = 'unknown_status' AND n.resolved_at IS NULL AND n.store_id = ANY(${[...storeIds]}::bigint[])
      AND NOT EXISTS (
        SELECT 1 FROM crm.order o WHERE o.channel = n.channel AND o.channel_status = n.group_key AND o.store_id = n.store_id AND NOT o.stub)`);
}

/** The marketplace answers the store again: what kept its calls from it is over. */
export async function resolveRefusals(sql: Pick<PrismaClient, '$executeRaw'>, storeId: string): Promise<void> {
  await sql.$executeRaw(Prisma.sql`
    UPDATE channel.notification SET resolved_at = clock_timestamp()
    WHERE kind = 'store_refused' AND store_id = ${storeId}::bigint AND resolved_at IS NULL`);
}

/** One statement may touch a row once; sorted, so that two statements lock in the same order. */
function fold(notifications: readonly NewNotification[]): { notification: NewNotification; times: number }[] {
  const byCause = new Map<string, { notification: NewNotification; times: number }>();
  for (const notification of notifications) {
    const cause = `${notification.kind} ${notification.storeId} ${notification.groupKey}`;
    byCause.set(cause, { notification, times: (byCause.get(cause)?.times ?? 0) + 1 });
  }
  return [...byCause.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
