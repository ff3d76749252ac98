import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api-client.ts';
import { unwrap } from '../../../lib/api-error.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** Every store, also those that were removed: their orders stay. */
export const storesQuery = queryOptions({
  queryKey: queryKeys.stores,
  queryFn: async ({ signal }) => unwrap(await api.GET('/api/stores', { signal })).items,
  staleTime: 60_000,
});
