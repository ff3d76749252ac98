import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api-client.ts';
import { unwrap } from '../../../lib/api-error.ts';
import { queryKeys } from '../../../lib/query-keys.ts';
import type { ListPage } from '../model/merge-fresh.ts';
import { listQuery, type OrderSearch } from '../model/order-search.ts';

export async function fetchOrderPage(search: OrderSearch, cursor: string | undefined, signal?: AbortSignal): Promise<ListPage> {
  const query = { ...listQuery(search), ...(cursor && { cursor }) };
  return unwrap(await api.GET('/api/orders', { params: { query }, ...(signal && { signal }) }));
}

/** Pages of 50 by cursor, each when it is scrolled to; kept until someone asks for another order or filter. */
export const orderPagesQuery = (search: OrderSearch) =>
  infiniteQueryOptions({
    queryKey: queryKeys.orderList(listQuery(search)),
    queryFn: ({ pageParam, signal }) => fetchOrderPage(search, pageParam, signal),
    initialPageParam: cursorOfStart,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    // `use-fresh-orders.ts` brings changes in; loading all pages again would move rows.
    staleTime: Infinity,
  });

const cursorOfStart: string | undefined = undefined;
