import { type InfiniteData, type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api-client.ts';
import { unwrap } from '../../../lib/api-error.ts';
import { queryKeys } from '../../../lib/query-keys.ts';
import type { ListPage } from '../model/merge-fresh.ts';
import type { Order, Revealed } from '../model/order.ts';

export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.order(id),
    queryFn: async ({ signal }) => unwrap(await api.GET('/api/orders/{id}', { params: { path: { id } }, signal })),
  });

/** What the list already knows of an order, shown while the rest is on its way. */
export function knownOrder(queries: QueryClient, id: string): Order | undefined {
  const lists = queries.getQueriesData<InfiniteData<ListPage>>({ queryKey: ['orders', 'list'] });
  for (const [, list] of lists) {
    const item = list?.pages?.flatMap(({ items }) => items).find((one) => one.id === id);
    if (item) return { ...item, appliedAt: null, createdAt: item.sourceCreatedAt ?? '', history: [] };
  }
  return undefined;
}

/** The recipient and the buyer's message unmasked: never kept in the cache, and written to the audit by the API. */
export function useReveal(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (): Promise<Revealed> => {
      const { customer, buyerMessage } = unwrap(await api.GET('/api/orders/{id}', { params: { path: { id }, query: { reveal: 'true' } } }));
      return { customer, buyerMessage };
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.order(id) }),
    gcTime: 0,
  });
}
