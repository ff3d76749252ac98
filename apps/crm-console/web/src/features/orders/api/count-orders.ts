import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api-client.ts';
import { unwrap } from '../../../lib/api-error.ts';
import { queryKeys } from '../../../lib/query-keys.ts';
import { countsQuery, type OrderSearch } from '../model/order-search.ts';

/** How many orders each tab would show under these filters. */
export const orderCountsQuery = (search: OrderSearch) =>
  queryOptions({
    queryKey: queryKeys.orderCounts(countsQuery(search)),
    queryFn: async ({ signal }) => unwrap(await api.GET('/api/orders/counts', { params: { query: countsQuery(search) }, signal })),
    placeholderData: keepPreviousData,
  });
