import { applySnapshots, spendSnapshot } from 'crm/orders/apply-snapshots';
import type { PrismaClient } from 'shared/db/client';
import { databaseFault } from 'shared/db/fault';
import type { OrderSnapshot } from 'shared/domain/order-snapshot';
import type { FailedEvent } from 'shared/inbox/postpone-events';
import type { Logger } from 'shared/log/logger';
import type { Sealer } from 'shared/secrets/seal';
import type { WriteResult } from './write-batcher.ts';

export type WriteSnapshotsDeps = {
  database: PrismaClient;
  sealer: Sealer;
  log: Logger;
  /** Aborted when the service closes: then a database that is away is no longer waited for. */
  closing: AbortSignal;
  /** Rows that were given up, after the commit. */
  onFailed: (failed: readonly FailedEvent[]) => Promise<void>;
};

/** No HTTP is inside, so a transaction is short; these only stop it from hanging. A batch that outlives them is cut in halves. */
const TRANSACTION = { maxWait: 5_000, timeout: 20_000 } as const;
const RETRY_FROM_MS = 100;
const RETRY_AT_MOST_MS = 2_000;

/**
 * Writes a batch in one transaction. While the database is away, or wants the transaction again (deadlock), it is tried again and the
 * jobs stay active. A batch that holds a value which the database refuses is cut in halves, until the one that fails stands alone
 * and its rows spend an attempt.
 */
export const createWriteSnapshots = (deps: WriteSnapshotsDeps) => {
  async function write(snapshots: readonly OrderSnapshot[], waitMs = RETRY_FROM_MS): Promise<WriteResult<OrderSnapshot>> {
    try {
      const { leftOut, failed } = await deps.database.$transaction((tx) => applySnapshots(tx, snapshots, deps.sealer), TRANSACTION);
      await deps.onFailed(failed);
      return { leftOut };
    } catch (error) {
      if (databaseFault(error) === 'passing') return again(snapshots, waitMs, error);
      if (snapshots.length > 1) return halves(snapshots);
      await spend(snapshots, error);
      return { leftOut: [] };
    }
  }

  async function again(snapshots: readonly OrderSnapshot[], waitMs: number, error: unknown): Promise<WriteResult<OrderSnapshot>> {
    if (deps.closing.aborted) throw error;
    deps.log.warn({ err: error, orders: snapshots.length, waitMs }, 'batch.database_away');
    await wait(waitMs * (0.5 + Math.random()), deps.closing);
    return write(snapshots, Math.min(waitMs * 2, RETRY_AT_MOST_MS));
  }

  async function halves(snapshots: readonly OrderSnapshot[]): Promise<WriteResult<OrderSnapshot>> {
    const middle = Math.ceil(snapshots.length / 2);
    const first = await write(snapshots.slice(0, middle));
    const second = await write(snapshots.slice(middle));
    return { leftOut: [...first.leftOut, ...second.leftOut] };
  }

  async function spend(snapshots: readonly OrderSnapshot[], error: unknown): Promise<void> {
    for (const snapshot of snapshots) {
      deps.log.error({ err: error, storeId: snapshot.storeId, code: snapshot.code, traceId: snapshot.traceId }, 'snapshot.refused');
      await deps.onFailed(await spendSnapshot(deps.database, snapshot, reasonOf(error)));
    }
  }

  return (snapshots: readonly OrderSnapshot[]): Promise<WriteResult<OrderSnapshot>> => write(snapshots);
};

/** What staff may read: the last line of a database's message says what it refuses. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().split('\n').at(-1)?.slice(0, 300) ?? '';
}

function wait(ms: number, closing: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      closing.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    closing.addEventListener('abort', done);
  });
}
