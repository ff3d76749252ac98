import type { MarketplaceEvents } from '../contracts/marketplace-events.ts';
import { queuePrefix } from './open-queue.ts';

/** Redis keys of a store's lane; they share the events queue's slot. All of it may be lost at any moment. */
export function laneKeys(queue: Pick<MarketplaceEvents, 'name'>, storeId: string, namespace?: string) {
  const lane = `${queuePrefix(queue, namespace)}:lane:${storeId}`;
  return {
    /** Hash: event id and seen → what came of taking it. */
    memory: `${lane}:memory`,
    /** Epoch ms before which the lane makes no call; the relay does not wake it either. */
    notBefore: `${lane}:not-before`,
    /** How often in a row a call failed whole. */
    failures: `${lane}:failures`,
  };
}
