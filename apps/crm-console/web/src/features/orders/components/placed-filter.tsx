import { Button, TextInput } from '@mantine/core';
import styles from './filter-bar.module.css';
import { useWords } from '../../../i18n/use-words.ts';
import { isoDay, moveDay } from '../../../lib/vietnam-time.ts';
import { presetDays, presets } from '../model/condition-words.ts';
import { type OrderSearch, withoutCondition } from '../model/order-search.ts';

type PlacedFilterProps = { search: OrderSearch; now: number; onChange: (search: OrderSearch) => void };

/** The API's `to` is the day after; a person names the last day. */
export function PlacedFilter({ search, now, onChange }: PlacedFilterProps) {
  const { t } = useWords();
  const { from = '', to } = search;
  const last = to ? moveDay(to, -1) : '';
  const today = isoDay(now);

  const choose = (days: { from?: string; to?: string }): void => {
    const rest = withoutCondition(search, 'placed');
    onChange({ ...rest, ...(days.from && { from: days.from }), ...(days.to && { to: days.to }) });
  };
  const between = (first: string, until: string): void => choose({ ...(first && { from: first }), ...(until && { to: moveDay(until, 1) }) });

  return (
    <div>
      <div className={styles['presets']}>
        {presets.map((preset) => {
          const days = presetDays(preset, now);
          const isOn = days.from === search.from && days.to === search.to;
          return <Button key={preset} size="compact-sm" variant={isOn ? 'light' : 'default'} aria-pressed={isOn} onClick={() => choose(days)}>{t(`filters.${preset}`)}</Button>;
        })}
      </div>
      <div className={styles['days']}>
        <TextInput type="date" label={t('filters.from')} value={from} max={last || today} onChange={({ currentTarget }) => between(currentTarget.value, last)} />
        <TextInput type="date" label={t('filters.to')} value={last} min={from} max={today} onChange={({ currentTarget }) => between(from, currentTarget.value)} />
      </div>
    </div>
  );
}
