import { crmWrites } from './crm-writes.ts';
import type { QueueContract } from './define-queue.ts';
import { marketplaceEvents } from './marketplace-events.ts';

/** Every queue whose service exists, in the order in which an order passes them; Bull Board shows these. */
export const queues: readonly QueueContract[] = [marketplaceEvents.shopee, crmWrites];
