import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api-client.ts';
import { unwrap } from '../../../lib/api-error.ts';
import { queryKeys } from '../../../lib/query-keys.ts';
import type { Order } from '../model/order.ts';
import { type Refreshed, refreshedBy } from '../model/refreshed.ts';

const LOOKS = 20;
const BETWEEN_MS = 500;

/** Asks for the order to be fetched, and follows that wish to its end. */
export function useRefreshOrder({ id, storeId, code }: Pick<Order, 'id' | 'storeId' | 'code'>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (): Promise<Refreshed> => {
      const { eventId, waiting } = unwrap(await api.POST('/api/orders/{id}/refresh', { params: { path: { id } }, body: {} }));
      return waiting ? follow({ eventId, storeId, code }) : { outcome: 'parked' };
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.order(id) }),
  });
}

async function follow({ eventId, storeId, code }: { eventId: string; storeId: string; code: string }): Promise<Refreshed> {
  for (let look = 0; look < LOOKS; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
    const { items } = unwrap(await api.GET('/api/events', { params: { query: { storeId, q: code, origin: 'staff', limit: 20 } } }));
    const event = items.find((one) => one.id === eventId);
    const refreshed = event && refreshedBy(event);
    if (refreshed) return refreshed;
  }
  return { outcome: 'slow' };
}
