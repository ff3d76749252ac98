import { PrismaPg } from '@prisma/adapter-pg';
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
  applicationName?: string;
};

/** Prisma over a pool that gives up instead of waiting for ever, which `pg` would do. */
export function createDatabase({ url, poolSize, log, connectMs = 4_000, statementMs = 30_000, applicationName }: DatabaseOptions): PrismaClient {
  const adapter = new PrismaPg(
    {
      connectionString: url,
      max: poolSize,
      connectionTimeoutMillis: connectMs,
      statement_timeout: statementMs,
      query_timeout: statementMs + 1_000,
      ...(applicationName && { application_name: applicationName }),
    },
    { onPoolError: (error) => log.warn({ err: error }, 'database.pool_error'), onConnectionError: (error) => log.warn({ err: error }, 'database.connection_error') },
  );
  return new PrismaClient({ adapter });
}
