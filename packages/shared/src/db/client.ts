import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { PrismaClient } from '../generated/client.ts';
import type { Logger } from '../log/logger.ts';

export { Prisma, type PrismaClient } from '../generated/client.ts';

export type DatabaseOptions = {
  url: string;
  poolSize: number;
  log: Logger;
  /** How long to wait for a connection. */
  connectMs?: number;
  /** How long one statement may take, at the server and, where that does not answer at all, here. */
  statementMs?: number;
  /** How long a statement waits for a lock; without it, as long as it may take at all. */
  lockMs?: number;
  applicationName?: string;
};

/** Who falls silent within a transaction loses its locks after this, not when TCP gives it up. */
const IDLE_IN_TRANSACTION_MS = 10_000;
/** The server ends a statement first, and says so; only where it is mute do we. */
const GRACE_MS = 1_000;

/** Prisma over a pool in which nothing waits for ever: no connection, statement, lock, nor transaction of somebody who is gone. */
export function createDatabase({ log, ...options }: DatabaseOptions): PrismaClient {
  const adapter = new PrismaPg(poolConfig(options), {
    onPoolError: (error) => log.warn({ err: error }, 'database.pool_error'),
    onConnectionError: (error) => log.warn({ err: error }, 'database.connection_error'),
  });
  return new PrismaClient({ adapter });
}

function poolConfig({ url, poolSize, connectMs = 4_000, statementMs = 30_000, lockMs, applicationName }: Omit<DatabaseOptions, 'log'>): pg.PoolConfig {
  return {
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    query_timeout: statementMs + GRACE_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    ...(lockMs !== undefined && { lock_timeout: lockMs }),
    ...(applicationName && { application_name: applicationName }),
  };
}
