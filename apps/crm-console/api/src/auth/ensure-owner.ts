import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { Prisma, type PrismaClient } from 'shared/db/client';
import type { Logger } from 'shared/log/logger';

export type FirstOwner = { email: string; password: string };
export type OwnerOutcome = 'made' | 'not-needed' | 'not-given';

/** Any number: who holds it makes the owner, the other replicas wait and then find one. */
const LOCK = 7_207_370;

/**
 * The first start makes the owner from the environment. Where there is any staff it changes nothing, so the variables may stay set:
 * a password that was changed since is not set back.
 */
export async function ensureOwner(database: PrismaClient, first: FirstOwner | undefined, log: Logger): Promise<OwnerOutcome> {
  const outcome = await database.$transaction(async (sql): Promise<OwnerOutcome> => {
    await sql.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(${LOCK})`);
    if ((await sql.staff.count()) > 0) return 'not-needed';
    if (!first) return 'not-given';
    const id = randomUUID();
    const now = new Date();
    const email = first.email.toLowerCase();
    const password = await hashPassword(first.password);
    const times = { createdAt: now, updatedAt: now };
    await sql.staff.create({ data: { id, name: email.split('@')[0] ?? email, email, emailVerified: true, role: 'owner', ...times } });
    await sql.staffAccount.create({ data: { id: randomUUID(), accountId: id, providerId: 'credential', userId: id, password, ...times } });
    return 'made';
  }, { maxWait: 10_000, timeout: 20_000 });
  if (outcome === 'not-given') log.warn('staff.none');
  if (outcome === 'made') log.info('staff.owner_made');
  return outcome;
}
