import type { Channel } from '../../domain/channel.ts';
import { lookupStatus } from './lookup.ts';
import type { PackageStatusRow, StatusRow } from './rows.ts';
import { shopeePackageStatuses, shopeeStatuses } from './shopee.ts';

type ChannelTables = { orders: readonly StatusRow[]; packages: readonly PackageStatusRow[] };

/** The status tables of every channel that has one. */
export const statusTables: Partial<Record<Channel, ChannelTables>> = {
  shopee: { orders: shopeeStatuses, packages: shopeePackageStatuses },
};

export type StatusLabel = { vi: string; en: string; meaning: { vi: string; en: string } | null };

/** What to show for a channel's word of an order; a word without a row is shown as it came. */
export function statusLabel(channel: Channel, word: string): StatusLabel {
  const found = lookupStatus<StatusRow>(statusTables[channel]?.orders ?? [], word);
  return found.known ? { vi: found.row.vi, en: found.row.en, meaning: found.row.meaning } : { vi: word, en: word, meaning: null };
}

/** The same for a package's word. */
export function packageStatusLabel(channel: Channel, word: string): { vi: string; en: string } {
  const found = lookupStatus<PackageStatusRow>(statusTables[channel]?.packages ?? [], word);
  return found.known ? { vi: found.row.vi, en: found.row.en } : { vi: word, en: word };
}
