import type { MarketplaceEvents } from '../contracts/marketplace-events.ts';
import { queuePrefix } from './open-queue.ts';

/** Redis keys of a store's lane; they share the events queue's slot. All of it may be lost at any moment. */
export function laneKeys(queue: Pick<MarketplaceEvents, 'name'>, storeId: string, namespace?: string) {
  const lane = `${queuePrefix(queue, namespace)}:lane:${storeId}`;
  return {
    /** Hash: a row's identity → when it was taken, how often, and with which crm-writes job. */
    memory: `${lane}:memory`,
    /** While it is there the lane makes no call, and the relay does not wake it; it lives as long as the pause. */
    notBefore: `${lane}:not-before`,
    /** How often in a row a call failed whole. */
    failures: `${lane}:failures`,
  };
}
