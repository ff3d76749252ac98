import { Prisma, type PrismaClient } from 'shared/db/client';
import { type Buyer, BuyerSchema, type OrderSnapshot } from 'shared/domain/order-snapshot';
import { endEvents, endFailedEvents, type ShownOrder } from 'shared/inbox/end-events';
import { type FailedEvent, spendEvents } from 'shared/inbox/postpone-events';
import { causeOf } from 'shared/notifications/cause-of';
import { type NewNotification, raiseNotifications, resolveForgottenWords, resolveHealed } from 'shared/notifications/raise';
import type { Sealer } from 'shared/secrets/seal';
import type { Version } from 'shared/domain/version';
import { decideHistory } from './decide-history.ts';
import { decideMerge } from './decide-merge.ts';
import { factsOf } from './facts.ts';
import { keyOf, type LoadedOrder, lockOrders } from './load-orders.ts';
import type { OrderRecord } from './order-record.ts';
import { type OrderChange, writeOrders } from './write-orders.ts';

export type Tx = Pick<PrismaClient, '$queryRaw' | '$executeRaw'>;

export type Applied = {
  /** Orders that somebody else holds: for the next transaction. */
  leftOut: OrderSnapshot[];
  /** Rows that are given up with this. */
  failed: FailedEvent[];
};

/**
 * Applies snapshots in one transaction and ends exactly the inbox rows that they carry.
 * Applied twice, late or out of order it changes nothing that it should not. One that cannot be decided fails alone: its rows
 * spend an attempt, with the reason.
 */
export async function applySnapshots(tx: Tx, snapshots: readonly OrderSnapshot[], sealer: Sealer): Promise<Applied> {
  const loaded = await lockOrders(tx, distinctOrders(snapshots));
  const now = await databaseNow(tx);
  const changes = new Map<string, OrderChange>();
  const leftOut: OrderSnapshot[] = [];
  const applied: OrderSnapshot[] = [];
  const undecided: { snapshot: OrderSnapshot; reason: string }[] = [];
  for (const snapshot of snapshots) {
    const order = loaded.get(keyOf(snapshot));
    if (!order) {
      leftOut.push(snapshot);
      continue;
    }
    try {
      const record = changes.get(keyOf(snapshot))?.record ?? notAfter(now, order.record);
      const merged = join(record, { ...snapshot, version: clamp(snapshot.version, now) }, sealer);
      if (merged.changed) changes.set(keyOf(snapshot), { loaded: order, record: merged.record });
      applied.push(snapshot);
    } catch (error) {
      undecided.push({ snapshot, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  await writeOrders(tx, [...changes.values()]);
  await writeHistory(tx, applied, loaded);
  await endEvents(tx, applied.flatMap(({ events }) => events));
  await endFailedEvents(tx, applied.flatMap(shownOrder));
  const storeIds = [...new Set(applied.map(({ storeId }) => storeId))];
  await resolveHealed(tx, storeIds);
  await resolveForgottenWords(tx, storeIds);
  await raiseNotifications(tx, applied.flatMap((snapshot) => unknownStatus(snapshot, changes)));
  const failed: FailedEvent[] = [];
  for (const { snapshot, reason } of undecided) failed.push(...(await spendSnapshot(tx, snapshot, reason)));
  return { leftOut, failed };
}

/** A snapshot cannot be applied, and it is its own fault: its rows spend an attempt; those that are given up are told to staff. */
export async function spendSnapshot(tx: Tx, { events, channel, storeId, code }: OrderSnapshot, reason: string): Promise<FailedEvent[]> {
  const failed = await spendEvents(tx, events, reason);
  await raiseNotifications(tx, failed.map(() => ({ kind: 'event_failed', channel, storeId, groupKey: causeOf(reason), params: { reason, code }, retryable: true })));
  return failed;
}

/** What a complete answer shows; one that lacks its lines heals nothing. */
function shownOrder({ storeId, code, version, status, facts }: OrderSnapshot): ShownOrder[] {
  return facts.lines ? [{ storeId, code, sourceUpdatedAt: version.sourceUpdatedAt, word: status.word, trackedPackages: Object.keys(facts.trackingNumbers ?? {}) }] : [];
}

function join(record: OrderRecord, snapshot: OrderSnapshot, sealer: Sealer) {
  const buyer: Buyer | null = snapshot.buyer ? BuyerSchema.parse(JSON.parse(sealer.open(snapshot.buyer))) : null;
  return decideMerge(record, { version: snapshot.version, channelStatus: snapshot.status.word, facts: factsOf(snapshot, buyer) });
}

function distinctOrders(snapshots: readonly OrderSnapshot[]) {
  return [...new Map(snapshots.map((snapshot) => [keyOf(snapshot), snapshot])).values()];
}

/** A read from the future (the database's clock was stepped back since) counts as now, so that a later read can beat it. */
function clamp(version: Version, now: string): Version {
  return Date.parse(version.fetchedAt) <= Date.parse(now) ? version : { ...version, fetchedAt: now };
}

function notAfter(now: string, record: OrderRecord): OrderRecord {
  const olderFacts = Object.fromEntries(Object.entries(record.olderFacts).map(([name, version]) => [name, clamp(version, now)]));
  return { ...record, head: record.head && clamp(record.head, now), olderFacts };
}

async function databaseNow(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>(Prisma.sql`SELECT clock_timestamp() AS now`);
  if (!row) throw new TypeError('the database gave no time');
  return row.now.toISOString();
}

async function writeHistory(tx: Tx, applied: readonly OrderSnapshot[], loaded: ReadonlyMap<string, LoadedOrder>): Promise<void> {
  const rows = applied.flatMap((snapshot) => {
    const orderId = String(loaded.get(keyOf(snapshot))?.row.id);
    return decideHistory(snapshot).map((entry) => ({ ...entry, orderId }));
  });
  if (rows.length === 0) return;
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO crm.order_history (order_id, kind, version, at, actor, data, trace_id)
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS n ("orderId" bigint, kind text, version text, at timestamptz, actor text, data jsonb, "traceId" text)
    ON CONFLICT (order_id, version, kind) DO NOTHING`);
}

function unknownStatus({ status, channel, storeId, code }: OrderSnapshot, changes: ReadonlyMap<string, OrderChange>): NewNotification[] {
  if (status.known || !changes.has(keyOf({ storeId, code }))) return [];
  return [{ kind: 'unknown_status', channel, storeId, groupKey: status.word, params: { word: status.word, code }, retryable: false }];
}
