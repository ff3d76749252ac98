import { Button, Drawer, UnstyledButton } from '@mantine/core';
import type { FiltersProps } from './filter-bar.tsx';
import styles from './filter-bar.module.css';
import { PlacedFilter } from './placed-filter.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { listFilters, optionsOf } from '../model/filter-options.ts';

type FilterSheetProps = FiltersProps & { opened: boolean; onClose: () => void; shown: { count: number; text: string } | undefined };

/** The filters on a phone: a sheet from below, each value a button to touch. */
export function FilterSheet({ search, stores, now, onChange, opened, onClose, shown }: FilterSheetProps) {
  const { t, language } = useWords();
  return (
    <Drawer opened={opened} onClose={onClose} position="bottom" size="85%" title={t('filters.title')} closeButtonProps={{ 'aria-label': t('app.close'), size: 44, iconSize: 20 }}>
      <div className={styles['sheet']}>
        {listFilters.map((filter) => {
          const chosen: readonly string[] = search[filter] ?? [];
          const options = optionsOf(filter, search, { t, language, stores });
          return options.length === 0 ? null : (
            <fieldset key={filter} className={styles['group']}>
              <legend>{t(`filters.${filter}`)}</legend>
              <div className={styles['pickers']}>
                {options.map(({ value, label }) => {
                  const isOn = chosen.includes(value);
                  return (
                    <UnstyledButton key={value} className={styles['pick']} aria-pressed={isOn} onClick={() => onChange({ ...search, [filter]: isOn ? chosen.filter((one) => one !== value) : [...chosen, value] })}>
                      {label}
                    </UnstyledButton>
                  );
                })}
              </div>
            </fieldset>
          );
        })}
        <fieldset className={styles['group']}>
          <legend>{t('filters.placed')}</legend>
          <PlacedFilter search={search} now={now} onChange={onChange} />
        </fieldset>
      </div>
      <div className={styles['sheetFoot']}>
        <Button mih={44} onClick={() => onChange({ ...(search.tab && { tab: search.tab }), ...(search.sort && { sort: search.sort }) })}>{t('filters.clear')}</Button>
        <Button mih={44} flex={1} variant="filled" onClick={onClose}>{shown ? t('filters.show', { count: shown.count, n: shown.text }) : t('app.close')}</Button>
      </div>
    </Drawer>
  );
}
