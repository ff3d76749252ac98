import { useQueries } from '@tanstack/react-query';
import { orderCountsQuery } from './count-orders.ts';
import { countOf } from '../model/count-words.ts';
import { type Condition, conditionsOf, type OrderSearch, withoutCondition } from '../model/order-search.ts';

/** Where nothing matches: the condition whose dropping gives orders, the fewest first; null where none alone does; undefined while looking. */
export function useDropping(search: OrderSearch, enabled: boolean): { condition: Condition; count: number; limit: number } | null | undefined {
  const conditions = enabled ? conditionsOf(search) : [];
  return useQueries({
    queries: conditions.map((condition) => orderCountsQuery(withoutCondition(search, condition))),
    combine: (results) => {
      if (results.some(({ isPending }) => isPending)) return undefined;
      const found = results.flatMap(({ data }, at) => {
        const condition = conditions[at];
        if (!data || !condition) return [];
        const count = countOf(data, withoutCondition(search, condition).tab);
        return count > 0 ? [{ condition, count, limit: data.limit }] : [];
      });
      return found.sort((a, b) => a.count - b.count)[0] ?? null;
    },
  });
}
