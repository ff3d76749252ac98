import { Prisma, type PrismaClient } from 'shared/db/client';
import { type Caller, actorOf } from '../auth/caller.ts';

export type Act = {
  caller: Caller;
  action: 'order.reveal' | 'order.edit' | 'order.refresh';
  subject: { type: 'order'; id: string };
  requestId: string;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

/** Who did or saw what; nothing of it holds personal data of buyers. */
export async function writeAudit(database: Pick<PrismaClient, '$executeRaw'>, act: Act): Promise<void> {
  await database.$executeRaw(Prisma.sql`
    INSERT INTO crm.audit (actor, action, subject_type, subject_id, before, after, request_id)
    VALUES (${actorOf(act.caller)}, ${act.action}, ${act.subject.type}, ${act.subject.id}, ${json(act.before)}::jsonb, ${json(act.after)}::jsonb, ${act.requestId})`);
}

const json = (value: Record<string, unknown> | undefined): string | null => (value ? JSON.stringify(value) : null);
