import { Button } from '@mantine/core';
import { FilterChip } from './filter-chip.tsx';
import styles from './filter-bar.module.css';
import { OptionList } from './option-list.tsx';
import { PlacedFilter } from './placed-filter.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { conditionValue } from '../model/condition-words.ts';
import { type ListFilter, listFilters, optionsOf } from '../model/filter-options.ts';
import type { Channel } from '../model/order.ts';
import { conditionsOf, type OrderSearch, withoutCondition } from '../model/order-search.ts';

export type FilterStore = { id: string; name: string; channel: Channel };

export type FiltersProps = {
  search: OrderSearch;
  stores: readonly FilterStore[];
  now: number;
  onChange: (search: OrderSearch) => void;
};

/** Every filter in its place; a filter that is set says what it asks for, and goes by its ×. */
export function FilterBar({ search, stores, now, onChange }: FiltersProps) {
  const { t, language } = useWords();
  const reading = { t, language, stores, now };
  const active = conditionsOf(search);
  const value = (name: ListFilter | 'placed' | 'q'): string | undefined => (active.includes(name) ? conditionValue(name, search, reading) : undefined);
  return (
    <div className={styles['bar']} role="group" aria-label={t('filters.title')}>
      {search.q ? <FilterChip name={t('filters.q')} value={search.q} onRemove={() => onChange(withoutCondition(search, 'q'))} /> : null}
      {listFilters.map((filter) => (
        <FilterChip key={filter} name={t(`filters.${filter}`)} value={value(filter)} onRemove={() => onChange(withoutCondition(search, filter))}>
          <OptionList label={t(`filters.${filter}`)} options={optionsOf(filter, search, reading)} chosen={search[filter] ?? []} empty={t('filters.noStores')} onChange={(values) => onChange({ ...search, [filter]: values })} />
        </FilterChip>
      ))}
      <FilterChip name={t('filters.placed')} value={value('placed')} onRemove={() => onChange(withoutCondition(search, 'placed'))}>
        <PlacedFilter search={search} now={now} onChange={onChange} />
      </FilterChip>
      {active.some((name) => name !== 'tab') ? (
        <Button variant="subtle" size="compact-sm" onClick={() => onChange({ ...(search.tab && { tab: search.tab }), ...(search.sort && { sort: search.sort }) })}>{t('filters.clear')}</Button>
      ) : null}
    </div>
  );
}
