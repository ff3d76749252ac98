import type { Notice } from './groups.ts';

/** The list's address for the orders that a notification is about. */
export type OrdersAddress = { channel?: NonNullable<Notice['channel']>[]; channelStatus?: string[]; q?: string };

export function ordersOf({ channel, params }: Pick<Notice, 'kind' | 'channel' | 'params'>): OrdersAddress | undefined {
  const { word, code } = params;
  if (word) return { ...(channel && { channel: [channel] }), channelStatus: [word] };
  return code ? { q: code } : undefined;
}
