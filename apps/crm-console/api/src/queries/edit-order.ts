import { editOwnFields } from 'crm/orders/edit-own-fields';
import type { PrismaClient } from 'shared/db/client';
import { assertNever } from 'shared/errors/assert-never';
import { AppError } from 'shared/errors/app-error';
import type { Caller } from '../auth/caller.ts';
import { fieldError } from '../plugins/error-handler.ts';
import type { OrderPatch } from '../routes/orders/schema.ts';
import { writeAudit } from './write-audit.ts';

export type OrderEdit = { id: string; patch: OrderPatch; caller: Caller; requestId: string };

/** Writes the shop's own fields, and says in the audit what they were and are. */
export async function editOrder(database: PrismaClient, { id, patch, caller, requestId }: OrderEdit): Promise<void> {
  await database.$transaction(async (tx) => {
    const edit = await editOwnFields(tx, id, patch);
    switch (edit.outcome) {
      case 'unchanged':
        return;
      case 'unknown-order':
        throw new AppError({ code: 'NOT_FOUND', details: { orderId: id } });
      case 'unknown-assignee':
        throw fieldError('assignee', 'is none of the staff');
      case 'changed':
        return writeAudit(tx, { caller, action: 'order.edit', subject: { type: 'order', id }, requestId, before: edit.before, after: edit.after });
      default:
        return assertNever(edit);
    }
  });
}
