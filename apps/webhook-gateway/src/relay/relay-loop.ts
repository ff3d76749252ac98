// Once a second one replica wakes every lane that has something due, so that no wake-up has to be trusted.
// The lock is taken anew for each tick, and ends with its transaction: a replica that hangs within one is cut off by the server
// (statement_timeout below, idle_in_transaction_session_timeout in createDatabase), and another takes the next tick.

import { Prisma, type PrismaClient } from 'shared/db/client';
import type { Logger } from 'shared/log/logger';
import { marketplaceEvents } from 'shared/contracts/marketplace-events';
import { laneKeys } from 'shared/queue/lane-keys';
import type { RedisConnection } from 'shared/queue/redis';
import type { Lane, LaneWaker } from './lane-waker.ts';
import { adoptAndPark, deleteOldEvents, lanesThatAreDue } from './standing-queries.ts';

export type RelayLoop = { start(): void; close(): Promise<void> };
type Options = { database: PrismaClient; redis: RedisConnection; waker: LaneWaker; log: Logger; namespace?: string };

const TICK_MS = 1_000;
const STATEMENT_MS = 5_000;
const DELETE_EVERY_TICKS = 60;
/** Any number, so long as nothing else in this database locks by it. */
const RELAY_LOCK = 727_001;

export function createRelayLoop(options: Options): RelayLoop {
  let timer: NodeJS.Timeout | undefined;
  let ticking: Promise<void> = Promise.resolve();
  let ticks = 0;
  let closed = false;

  function schedule(): void {
    if (closed) return;
    timer = setTimeout(() => {
      ticks += 1;
      ticking = relayTick(options, ticks % DELETE_EVERY_TICKS === 0)
        .catch((error: unknown) => options.log.warn({ err: error }, 'relay.tick_failed'))
        .finally(schedule);
    }, TICK_MS);
  }

  return {
    start: schedule,
    async close() {
      closed = true;
      clearTimeout(timer);
      await ticking;
    },
  };
}

/** One tick; does nothing where another replica is at it. Deletion comes last, in a transaction of its own: it may hold rows for long. */
export async function relayTick({ database, ...options }: Options, withDeletion: boolean): Promise<void> {
  const due = await within(database, async (tx) => {
    const [lock] = await tx.$queryRaw<{ held: boolean }[]>(Prisma.sql`SELECT pg_try_advisory_xact_lock(${RELAY_LOCK}) AS held`);
    if (!lock?.held) return null;
    await adoptAndPark(tx);
    return lanesThatAreDue(tx);
  });
  if (due === null) return;
  try {
    await wake(due, options);
  } finally {
    if (withDeletion) await within(database, deleteOldEvents);
  }
}

async function wake(due: readonly Lane[], { redis, waker, namespace }: Omit<Options, 'database'>): Promise<void> {
  const paused = await Promise.all(due.map((lane) => isPaused(redis, lane, namespace)));
  waker.wake(due.filter((_, index) => !paused[index]));
}

function within<T>(database: PrismaClient, work: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  return database.$transaction(
    async (tx) => {
      await tx.$executeRaw(Prisma.sql`SELECT set_config('statement_timeout', ${String(STATEMENT_MS)}, true)`);
      return work(tx);
    },
    { timeout: 4 * STATEMENT_MS },
  );
}

/** A lane whose calls fail says itself when it may call again. */
async function isPaused(redis: RedisConnection, { channel, storeId }: Lane, namespace?: string): Promise<boolean> {
  return (await redis.exists(laneKeys(marketplaceEvents[channel], storeId, namespace).notBefore)) === 1;
}
