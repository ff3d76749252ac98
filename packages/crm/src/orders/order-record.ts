import type { Version } from 'shared/domain/version';
import type { FactMap } from './facts.ts';

/**
 * What is known of an order from its marketplace: a join of all snapshots that came, in whatever order.
 * The head is the newest of them. A fact that the head did not tell stands in `olderFacts` with the version that told it.
 */
export type OrderRecord = {
  head: Version | null;
  channelStatus: string | null;
  facts: FactMap;
  olderFacts: Record<string, Version>;
};

export const emptyRecord: OrderRecord = { head: null, channelStatus: null, facts: {}, olderFacts: {} };

export type Merged = { record: OrderRecord; changed: boolean };
