import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api-client.ts';
import { unwrap } from '../../../lib/api-error.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** Whom an order can be given to. */
export const staffQuery = queryOptions({
  queryKey: queryKeys.staff,
  queryFn: async ({ signal }) => unwrap(await api.GET('/api/staff', { signal })).items,
  staleTime: 5 * 60_000,
});
