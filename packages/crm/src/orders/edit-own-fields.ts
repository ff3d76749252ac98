import { Prisma } from 'shared/db/client';
import { z } from 'zod';
import type { Tx } from './apply-snapshots.ts';

const OwnFieldsSchema = z.object({ note: z.string().nullable(), tags: z.array(z.string()), assignee: z.string().nullable() });
/** The shop's own fields of an order: no sync overwrites them (R21). `assignee` is a staff id. */
export type OwnFields = z.infer<typeof OwnFieldsSchema>;
export type OwnFieldsPatch = { [N in keyof OwnFields]?: OwnFields[N] | undefined };

export type OwnFieldsEdit =
  | { outcome: 'changed'; before: OwnFieldsPatch; after: OwnFieldsPatch }
  | { outcome: 'unchanged' }
  | { outcome: 'unknown-order' }
  | { outcome: 'unknown-assignee' };

/** Takes the row's lock as the writer does. Done twice, the second says `unchanged`. `before` and `after` hold only what changed. */
export async function editOwnFields(tx: Tx, orderId: string, patch: OwnFieldsPatch): Promise<OwnFieldsEdit> {
  const [found] = await tx.$queryRaw<unknown[]>(
    Prisma.sql`SELECT note, tags, assignee_id AS assignee FROM crm.order WHERE id = ${orderId}::bigint AND NOT stub FOR UPDATE`,
  );
  if (found === undefined) return { outcome: 'unknown-order' };
  const stored = OwnFieldsSchema.parse(found);
  const { note = stored.note, tags = stored.tags, assignee = stored.assignee } = patch;
  const wanted: OwnFields = { note, tags, assignee };
  const changed = changedFields(stored, wanted);
  if (changed.length === 0) return { outcome: 'unchanged' };
  if (!(await isStaff(tx, assignee))) return { outcome: 'unknown-assignee' };
  await tx.$executeRaw(Prisma.sql`
    UPDATE crm.order SET note = ${note}, tags = ${tags}::text[], assignee_id = ${assignee}, updated_at = clock_timestamp() WHERE id = ${orderId}::bigint`);
  return { outcome: 'changed', before: pick(stored, changed), after: pick(wanted, changed) };
}

async function isStaff(tx: Tx, id: string | null): Promise<boolean> {
  if (id === null) return true;
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`SELECT 1 FROM crm.staff WHERE id = ${id}`);
  return rows.length > 0;
}

const changedFields = (before: OwnFields, after: OwnFields): (keyof OwnFields)[] =>
  OwnFieldsSchema.keyof().options.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));

const pick = (fields: OwnFields, names: readonly (keyof OwnFields)[]): OwnFieldsPatch => Object.fromEntries(names.map((name) => [name, fields[name]]));
