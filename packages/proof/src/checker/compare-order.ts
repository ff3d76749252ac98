import { compareHistory } from './expect/history.ts';
import { compareLines } from './expect/lines.ts';
import { compareFields, compareRecipient, compareWords } from './expect/order-fields.ts';
import { comparePackages } from './expect/packages.ts';
import type { CrmOrder } from './crm-rows.ts';
import type { Difference, Finding } from './difference.ts';
import type { LedgerEntry } from './ledger.ts';

/** Everything that an order of the ledger and its rows in the CRM do not agree on. Pure. */
export function compareOrder(entry: LedgerEntry, row: CrmOrder | undefined): Difference[] {
  const { shopId, orderSn } = entry;
  return findingsOf(entry, row).map((finding) => ({ shopId, orderSn, ...finding }));
}

function findingsOf(entry: LedgerEntry, row: CrmOrder | undefined): Finding[] {
  if (!row) return [{ field: 'order', expected: 'in the CRM', actual: null }];
  if (row.stub) return [{ field: 'order', expected: 'in the CRM', actual: 'a stub' }];
  return [
    ...compareFields(entry, row),
    ...compareWords(entry, row),
    ...compareRecipient(entry, row),
    ...compareLines(entry.order.item_list, row.lines),
    ...comparePackages(entry, row.packages),
    ...compareHistory(entry, row.history),
  ];
}
