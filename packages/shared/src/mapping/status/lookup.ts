import { type FulfilmentStatus, fulfilmentStatuses } from '../../domain/order-words.ts';
import type { Lookup, PackageStatusRow, StatusRow } from './rows.ts';

/** The row of a word; the caller must say what happens to a word that has none. */
export function lookupStatus<Row extends { source: string }>(table: readonly Row[], word: string): Lookup<Row> {
  const row = table.find(({ source }) => source === word);
  return row ? { known: true, row } : { known: false, raw: word };
}

/**
 * Where the goods of an order are: by its status's row, or where the row says FROM_PACKAGES by its packages.
 * Of several packages the least advanced that is not cancelled, else cancelled; without packages NOT_SHIPPED.
 */
export function fulfilmentOf(row: StatusRow, packageTable: readonly PackageStatusRow[], packageWords: readonly string[]): FulfilmentStatus {
  if (row.fulfilment !== 'FROM_PACKAGES') return row.fulfilment;
  const known = packageWords.flatMap((word) => {
    const found = lookupStatus(packageTable, word);
    return found.known ? [found.row.fulfilment] : [];
  });
  const alive = fulfilmentStatuses.filter((status) => status !== 'CANCELLED' && known.includes(status));
  return alive[0] ?? (known.length > 0 ? 'CANCELLED' : 'NOT_SHIPPED');
}
