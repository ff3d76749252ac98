import type { components } from '../../../lib/api-types.generated.ts';

export type Order = components['schemas']['Order'];
export type OrderListItem = components['schemas']['OrderListItem'];
export type OrderLine = components['schemas']['OrderLine'];
export type HistoryEntry = components['schemas']['OrderHistoryEntry'];
export type OrderCounts = components['schemas']['OrderCounts'];
export type Channel = OrderListItem['channel'];

/** What a reveal shows unmasked. */
export type Revealed = Pick<Order, 'customer' | 'buyerMessage'>;
