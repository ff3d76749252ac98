import { type Applied, applySnapshots, spendSnapshot } from 'crm/orders/apply-snapshots';
import type { PrismaClient } from 'shared/db/client';
import { databaseFault } from 'shared/db/fault';
import type { OrderSnapshot } from 'shared/domain/order-snapshot';
import type { FailedEvent } from 'shared/inbox/postpone-events';
import type { Sealer } from 'shared/secrets/seal';
import { type RetryDeps, retryWhilePassing } from './retry-while-passing.ts';
import type { WriteResult } from './write-batcher.ts';

export type WriteSnapshotsDeps = RetryDeps & {
  database: PrismaClient;
  sealer: Sealer;
  /** Rows that were given up, after the commit. */
  onFailed: (failed: readonly FailedEvent[]) => Promise<void>;
};

/** No HTTP is inside, so a transaction is short; these only stop it from hanging. A batch that outlives them is cut in halves. */
const TRANSACTION = { maxWait: 5_000, timeout: 20_000 } as const;

/**
 * Writes a batch in one transaction. While the database is away, or wants the transaction again (deadlock), it is tried again and the
 * jobs stay active. A batch that holds a value which the database refuses, or that takes too long, is cut in halves, until the one that
 * fails stands alone and its rows spend an attempt.
 */
export const createWriteSnapshots = (deps: WriteSnapshotsDeps) => {
  const { database, sealer, log, onFailed } = deps;

  async function write(snapshots: readonly OrderSnapshot[]): Promise<WriteResult<OrderSnapshot>> {
    const { leftOut, failed } = await apply(snapshots).catch((error: unknown) => setApart(snapshots, error));
    await onFailed(failed);
    return { leftOut };
  }

  function apply(snapshots: readonly OrderSnapshot[]): Promise<Applied> {
    return retryWhilePassing(() => database.$transaction((tx) => applySnapshots(tx, snapshots, sealer), TRANSACTION), deps, { orders: snapshots.length });
  }

  async function setApart(snapshots: readonly OrderSnapshot[], error: unknown): Promise<Applied> {
    // The service closes: the jobs go back as they are.
    if (databaseFault(error) === 'passing') throw error;
    const [only, ...others] = snapshots;
    if (!only) return { leftOut: [], failed: [] };
    return others.length > 0 ? halves(snapshots) : { leftOut: [], failed: await spend(only, error) };
  }

  async function halves(snapshots: readonly OrderSnapshot[]): Promise<Applied> {
    const middle = Math.ceil(snapshots.length / 2);
    const first = await write(snapshots.slice(0, middle));
    const second = await write(snapshots.slice(middle));
    return { leftOut: [...first.leftOut, ...second.leftOut], failed: [] };
  }

  function spend(snapshot: OrderSnapshot, error: unknown): Promise<FailedEvent[]> {
    const { storeId, code, traceId } = snapshot;
    log.error({ err: error, storeId, code, traceId }, 'snapshot.refused');
    return retryWhilePassing(() => database.$transaction((tx) => spendSnapshot(tx, snapshot, reasonOf(error)), TRANSACTION), deps, { storeId, code });
  }

  return write;
};

/** What staff may read: the last line of a database's message says what it refuses. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().split('\n').at(-1)?.slice(0, 300) ?? '';
}
