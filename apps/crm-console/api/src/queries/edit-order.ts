import { Prisma, type PrismaClient } from 'shared/db/client';
import { AppError } from 'shared/errors/app-error';
import { z } from 'zod';
import type { Caller } from '../auth/caller.ts';
import { fieldError } from '../plugins/error-handler.ts';
import type { OrderPatch } from '../routes/orders/schema.ts';
import { writeAudit } from './write-audit.ts';

const OwnFieldsSchema = z.object({ note: z.string().nullable(), tags: z.array(z.string()), assignee: z.string().nullable() });
type OwnFields = z.infer<typeof OwnFieldsSchema>;

export type OrderEdit = { id: string; patch: OrderPatch; caller: Caller; requestId: string };

/**
 * Writes the shop's own fields, which no sync overwrites, and says in the audit what they were and are.
 * Takes the row's lock as the writer does; done twice, the second changes nothing and leaves no audit.
 */
export async function editOrder(database: PrismaClient, { id, patch, caller, requestId }: OrderEdit): Promise<void> {
  await database.$transaction(async (sql) => {
    const [found] = await sql.$queryRaw<unknown[]>(
      Prisma.sql`SELECT note, tags, assignee_id AS assignee FROM crm."order" WHERE id = ${id}::bigint AND NOT stub FOR UPDATE`,
    );
    if (found === undefined) throw new AppError({ code: 'NOT_FOUND', details: { orderId: id } });
    const stored = OwnFieldsSchema.parse(found);
    const wanted = wantedFields(stored, patch);
    const changed = changedFields(stored, wanted);
    if (changed.length === 0) return;
    await requireStaff(sql, wanted.assignee);
    await sql.$executeRaw(Prisma.sql`
      UPDATE crm."order" SET note = ${wanted.note}, tags = ${wanted.tags}::text[], assignee_id = ${wanted.assignee}, updated_at = clock_timestamp()
      WHERE id = ${id}::bigint`);
    const subject = { type: 'order', id } as const;
    await writeAudit(sql, { caller, action: 'order.edit', subject, requestId, before: pick(stored, changed), after: pick(wanted, changed) });
  });
}

function wantedFields(stored: OwnFields, { note = stored.note, tags = stored.tags, assignee = stored.assignee }: OrderPatch): OwnFields {
  return { note, tags, assignee };
}

const changedFields = (before: OwnFields, after: OwnFields): (keyof OwnFields)[] =>
  OwnFieldsSchema.keyof().options.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));

const pick = (fields: OwnFields, names: readonly (keyof OwnFields)[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, fields[name]]));

async function requireStaff(sql: Pick<PrismaClient, '$queryRaw'>, id: string | null): Promise<void> {
  if (id === null) return;
  const [staff] = await sql.$queryRaw<unknown[]>(Prisma.sql`SELECT 1 FROM crm.staff WHERE id = ${id}`);
  if (staff === undefined) throw fieldError('assignee', 'is none of the staff');
}
