import { ZodError, z } from 'zod';
import { AppError } from '../errors/app-error.ts';
import { Prisma } from './client.ts';

const DriverFaultSchema = z.object({ meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) }) });
/** An interactive transaction that outlived its time says how long it took; one that could not be started in time says nothing. */
const ExpiredTransactionSchema = z.object({ code: z.literal('P2028'), meta: z.object({ timeTaken: z.number() }) });

const DATA_CLASSES = new Set(['22', '23']);
const STATEMENT_TIMED_OUT = '57014';
/** The driver's own words where the server says nothing at all: such an error has no code. */
const READ_TIMED_OUT = 'Query read timeout';
/** Faults of our code: trying again does not mend them. */
const OURS = [AppError, ZodError, TypeError, RangeError, ReferenceError, SyntaxError, Prisma.PrismaClientValidationError] as const;

/**
 * What a failed statement says:
 * `passing`: connection, resources, deadlock, shutdown, a schema that is behind the code: the same statement may do later;
 * `data`: a value that the database refuses; `timeout`: it took too long; `other`: none of these, or no error of the database.
 * The commonest outages (a connection cut in mid-statement, a proxy that accepts and closes, a pool without a free connection) reach
 * us as bare errors: whatever has no SQLSTATE and is not ours passes.
 */
export type DatabaseFault = 'passing' | 'data' | 'timeout' | 'other';

export function databaseFault(error: unknown): DatabaseFault {
  if (!(error instanceof Error) || OURS.some((kind) => error instanceof kind)) return 'other';
  const driver = DriverFaultSchema.safeParse(error);
  if (driver.success) return bySqlState(driver.data.meta.driverAdapterError.cause.originalCode);
  if (error.message.includes(READ_TIMED_OUT) || ExpiredTransactionSchema.safeParse(error).success) return 'timeout';
  return 'passing';
}

function bySqlState(code: string): DatabaseFault {
  if (code === STATEMENT_TIMED_OUT) return 'timeout';
  return DATA_CLASSES.has(code.slice(0, 2)) ? 'data' : 'passing';
}
