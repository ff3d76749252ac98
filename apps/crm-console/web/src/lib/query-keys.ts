/** Every key of the query cache. */
export const queryKeys = {
  me: ['me'] as const,
  stores: ['stores'] as const,
  staff: ['staff'] as const,
  orderList: (query: object) => ['orders', 'list', query] as const,
  orderCounts: (query: object) => ['orders', 'counts', query] as const,
  order: (id: string) => ['orders', 'one', id] as const,
  notifications: (query: object) => ['notifications', query] as const,
};
