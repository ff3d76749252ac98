import { z } from 'zod';

const DriverFaultSchema = z.object({
  meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string().optional(), kind: z.string().optional() }) }) }),
});
const PrismaCodeSchema = z.object({ code: z.string() });

/** Prisma's own codes for a pool without a free connection and a transaction that outlived its time. */
const PRISMA_WAITED_TOO_LONG = new Set(['P2024', 'P2028']);
const PASSING_CLASSES = new Set(['08', '40', '53', '55', '57']);
const DATA_CLASSES = new Set(['22', '23']);
const STATEMENT_TIMED_OUT = '57014';

/**
 * What a failed statement says:
 * `passing`: connection, resources, deadlock, shutdown: the same statement may do later;
 * `data`: a value that the database refuses; `timeout`: it took too long; `other`: none of these, or no error of the database.
 */
export type DatabaseFault = 'passing' | 'data' | 'timeout' | 'other';

export function databaseFault(error: unknown): DatabaseFault {
  const prisma = PrismaCodeSchema.safeParse(error);
  if (prisma.success && PRISMA_WAITED_TOO_LONG.has(prisma.data.code)) return 'passing';
  const driver = DriverFaultSchema.safeParse(error);
  if (!driver.success) return 'other';
  const { originalCode, kind } = driver.data.meta.driverAdapterError.cause;
  if (originalCode === STATEMENT_TIMED_OUT) return 'timeout';
  if (originalCode) return byClass(originalCode.slice(0, 2));
  // The server gave no code: it was not reached, or the connection broke.
  return kind ? 'passing' : 'other';
}

function byClass(sqlClass: string): DatabaseFault {
  if (PASSING_CLASSES.has(sqlClass)) return 'passing';
  return DATA_CLASSES.has(sqlClass) ? 'data' : 'other';
}
