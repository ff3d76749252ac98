import { connectedChannels } from 'shared/domain/channel';
import { useRefreshOrder } from '../../features/orders/api/refresh-order.ts';
import type { Order } from '../../features/orders/model/order.ts';
import type { Refreshed } from '../../features/orders/model/refreshed.ts';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { causeOf } from '../../lib/error-words.ts';

/** *Refresh* and what became of it; undefined for an order that no marketplace can be asked for. */
export function useRefreshAct(order: Order) {
  const words = useWords();
  const refresh = useRefreshOrder(order);
  if (!connectedChannels.some((channel) => channel === order.channel)) return undefined;
  return {
    busy: refresh.isPending,
    failed: refresh.isError || refresh.data?.outcome === 'failed',
    said: saidOf(refresh, words),
    press: () => refresh.mutate(),
  };
}

function saidOf({ isPending, error, data }: { isPending: boolean; error: unknown; data: Refreshed | undefined }, { t, language }: Words): string | undefined {
  if (isPending) return t('order.refreshing');
  if (error) return t('order.refreshFailed', { reason: causeOf(error, t) });
  switch (data?.outcome) {
    case 'done': return t('order.refreshed');
    case 'parked': return t('order.refreshWaiting');
    case 'slow': return t('order.refreshSlow');
    case 'failed': return t('order.refreshFailed', { reason: data.reason?.[language] ?? t('order.refreshNoReason') });
    case undefined: return undefined;
  }
}
