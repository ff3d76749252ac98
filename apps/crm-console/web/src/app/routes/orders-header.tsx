import { ActionIcon, UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowUp, IconFilter, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import styles from './orders-page.module.css';
import type { FiltersProps } from '../../features/orders/components/filter-bar.tsx';
import { FilterSheet } from '../../features/orders/components/filter-sheet.tsx';
import { countOf, countText } from '../../features/orders/model/count-words.ts';
import type { OrderCounts } from '../../features/orders/model/order.ts';
import { conditionsOf } from '../../features/orders/model/order-search.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useIsPhone } from '../../lib/use-screen.ts';
import { OrderSearchBox } from '../frame/order-search-box.tsx';

type OrdersHeaderProps = FiltersProps & {
  counts: OrderCounts | undefined;
  failed: boolean;
  newcomers: number;
  /** More are new than were looked at. */
  hasMoreNew: boolean;
  onShowNew: () => void;
};

export function OrdersHeader({ counts, failed, newcomers, hasMoreNew, onShowNew, ...filters }: OrdersHeaderProps) {
  const { t, language } = useWords();
  const isPhone = useIsPhone();
  const [sheet, setSheet] = useState(false);
  const [searching, setSearching] = useState(false);
  useHotkeys([['.', () => newcomers > 0 && onShowNew()]]);
  const { search } = filters;
  const conditions = conditionsOf(search);
  const count = counts && countOf(counts, search.tab);
  const shown = counts && count !== undefined ? { count, text: countText(count, counts.limit, language) } : undefined;
  const n = hasMoreNew ? `${newcomers}+` : String(newcomers);
  const words = failed ? t('orders.notLoaded') : shown && t(conditions.length > 0 ? 'orders.matching' : 'orders.total', { count: shown.count, n: shown.text });
  return (
    <>
      <div className={styles['header']}>
        <h1 className={styles['title']}>{t('orders.title')}</h1>
        <span className={styles['count']}>{words}</span>
        <span aria-live="polite">
          {newcomers > 0 ? (
            <UnstyledButton className={styles['chip']} onClick={onShowNew}>
              <IconArrowUp size={16} stroke={2} aria-hidden />
              {t(isPhone ? 'orders.showNewShort' : 'orders.showNew', { count: newcomers, n })}
            </UnstyledButton>
          ) : null}
        </span>
        <span className={styles['gap']} />
        <span className={styles['tools']}>
          <ActionIcon variant="subtle" c="var(--c-text2)" size={44} aria-label={t('app.search')} aria-expanded={searching} onClick={() => setSearching(!searching)}><IconSearch size={20} stroke={1.75} /></ActionIcon>
          <ActionIcon variant="subtle" c="var(--c-text2)" size={44} aria-label={t('filters.title')} aria-expanded={sheet} pos="relative" onClick={() => setSheet(true)}>
            <IconFilter size={20} stroke={1.75} />
            {conditions.some((name) => name !== 'tab') ? <span className={styles['filterDot']} /> : null}
          </ActionIcon>
        </span>
      </div>
      {isPhone && (searching || search.q) ? <div className={styles['searchRow']}><OrderSearchBox autoFocus={searching} /></div> : null}
      {isPhone ? <FilterSheet {...filters} opened={sheet} onClose={() => setSheet(false)} shown={shown} /> : null}
    </>
  );
}
