import type { Channel } from 'shared/domain/channel';
import type { OrderSnapshot } from 'shared/domain/order-snapshot';

export type HistoryEntry = {
  kind: 'placed' | 'channel_status';
  /** With order and kind unique: the same thing told twice is written once. */
  version: string;
  at: string;
  actor: Channel;
  data: Record<string, string | null>;
  traceId: string;
};

/**
 * What a snapshot adds to the history, also an old one: the order was placed, and at this time it had these words.
 * A function of the snapshot alone, so the history does not depend on the order of arrival either.
 */
export function decideHistory({ version, status, facts, channel, traceId }: OrderSnapshot): HistoryEntry[] {
  const words = {
    channelStatus: status.word,
    fulfilmentStatus: status.known ? status.fulfilment : null,
    state: status.known ? status.state : null,
    paymentStatus: facts.paidAt === undefined ? null : facts.paidAt ? 'PAID' : 'UNPAID',
  };
  const told: HistoryEntry = {
    kind: 'channel_status',
    version: [version.sourceUpdatedAt, ...Object.values(words)].join(' '),
    at: version.sourceUpdatedAt,
    actor: channel,
    data: words,
    traceId,
  };
  if (!facts.sourceCreatedAt) return [told];
  return [{ kind: 'placed', version: '', at: facts.sourceCreatedAt, actor: channel, data: {}, traceId }, told];
}
