import type { FulfilmentStatus, OrderState } from '../../domain/order-words.ts';

/** One word of a marketplace for an order, and what the CRM makes of it. */
export type StatusRow = {
  /** The marketplace's own word. */
  source: string;
  /** FROM_PACKAGES: the word does not say where the goods are, its packages do. */
  fulfilment: FulfilmentStatus | 'FROM_PACKAGES';
  state: OrderState;
  /** Settles only snapshots of the same time of change: later in life is higher. */
  rank: number;
  /** Words of a higher rank after which this one may come: an order can go back. */
  comesAfter?: readonly string[];
  vi: string;
  en: string;
  /** What it means, in a sentence that staff can read. */
  meaning: { vi: string; en: string };
  doc: string;
};

/** One word of a marketplace for a package. */
export type PackageStatusRow = {
  source: string;
  fulfilment: FulfilmentStatus;
  vi: string;
  en: string;
  doc: string;
};

export type Lookup<Row> = { known: true; row: Row } | { known: false; raw: string };
