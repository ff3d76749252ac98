import { useDropping } from '../../features/orders/api/use-dropping.ts';
import type { FiltersProps } from '../../features/orders/components/filter-bar.tsx';
import { FilteredEmpty, NoOrders } from '../../features/orders/components/orders-empty.tsx';
import { conditionWords } from '../../features/orders/model/condition-words.ts';
import { countText } from '../../features/orders/model/count-words.ts';
import { conditionsOf, withoutCondition } from '../../features/orders/model/order-search.ts';
import { useWords } from '../../i18n/use-words.ts';

/** Why there is no row, and the next step. */
export function OrdersNone({ search, stores, now, onChange, hasStores }: FiltersProps & { hasStores: boolean }) {
  const { t, language } = useWords();
  const conditions = conditionsOf(search).map((condition) => ({ condition, words: conditionWords(condition, search, { t, language, stores, now }) }));
  const found = useDropping(search, conditions.length > 1);
  if (conditions.length === 0) return <NoOrders hasStores={hasStores} />;
  const dropping = found && { ...found, text: countText(found.count, found.limit, language) };
  return (
    <FilteredEmpty conditions={conditions} dropping={dropping} searched={search.q !== undefined} onDrop={(condition) => onChange(withoutCondition(search, condition))} onClear={() => onChange(search.sort ? { sort: search.sort } : {})} />
  );
}
