import type { InsertedEvent } from 'shared/inbox/insert-events';
import type { Lane } from './lane-waker.ts';

/** The lanes that got something to fetch, each once. */
export function lanesOf(kept: readonly InsertedEvent[]): Lane[] {
  const lanes = kept.flatMap(({ channel, storeId, status }) => (status === 'received' && storeId !== null ? [{ channel, storeId }] : []));
  return [...new Map(lanes.map((lane) => [`${lane.channel} ${lane.storeId}`, lane])).values()];
}
