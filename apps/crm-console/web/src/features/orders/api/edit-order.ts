import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api-client.ts';
import { unwrap } from '../../../lib/api-error.ts';
import type { paths } from '../../../lib/api-types.generated.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

export type OrderPatch = paths['/api/orders/{id}']['patch']['requestBody']['content']['application/json'];

/** Writes the shop's own fields; the answer is the order as it now is. */
export function useEditOrder(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: OrderPatch) => unwrap(await api.PATCH('/api/orders/{id}', { params: { path: { id } }, body })),
    onSuccess: (order) => queries.setQueryData(queryKeys.order(id), order),
  });
}
