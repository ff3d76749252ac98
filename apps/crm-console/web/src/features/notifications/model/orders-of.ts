import type { Notice } from './groups.ts';

/** The list's address for the orders that a notification is about. */
export type OrdersAddress = { channel?: NonNullable<Notice['channel']>[]; storeId?: string[]; channelStatus?: string[]; q?: string };

export function ordersOf({ channel, storeId, params }: Pick<Notice, 'kind' | 'channel' | 'storeId' | 'params'>): OrdersAddress | undefined {
  const { word, code } = params;
  const within = storeId ? { storeId: [storeId] } : {};
  if (word) return { ...(channel && { channel: [channel] }), ...within, channelStatus: [word] };
  return code ? { ...within, q: code } : undefined;
}
