import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './orders-table.module.css';
import { useWords } from '../../../i18n/use-words.ts';

const columns = ['code', 'deadline', 'buyer', 'goods', 'total', 'market', 'fulfilment', 'payment'] as const;
const words = {
  code: 'columns.code', deadline: 'columns.shipBy', buyer: 'columns.buyer', goods: 'columns.goods', total: 'columns.total', market: 'columns.channel',
  fulfilment: 'columns.fulfilment', payment: 'columns.payment',
} as const;

type OrdersTableProps = { cards: boolean; newestFirst: boolean; onSort: () => void; rowCount: number; busy: boolean; children: ReactNode; empty?: ReactNode };

/** The table's frame: its head stays, its rows scroll. */
export function OrdersTable({ cards, newestFirst, onSort, rowCount, busy, children, empty }: OrdersTableProps) {
  const { t } = useWords();
  const SortIcon = newestFirst ? IconArrowDown : IconArrowUp;
  return (
    <div className={styles['wrap']} data-cards={cards || undefined}>
      <div role="table" className={styles['table']} data-empty={empty ? true : undefined} aria-label={t('orders.table')} aria-rowcount={rowCount < 0 ? -1 : rowCount + (cards ? 0 : 1)} aria-busy={busy}>
        {cards ? null : (
          <div role="rowgroup">
            <div role="row" className={styles['head']} aria-rowindex={1}>
              {columns.map((column) => (
                <div key={column} role="columnheader" className={styles['headCell']} data-cell={column}>{t(words[column])}</div>
              ))}
              <div role="columnheader" className={styles['headCell']} data-cell="time" aria-sort={newestFirst ? 'descending' : 'ascending'}>
                <UnstyledButton className={styles['sort']} onClick={onSort} title={newestFirst ? t('columns.sortOldest') : t('columns.sortNewest')}>
                  {t('columns.placed')}
                  <SortIcon size={14} stroke={2} aria-hidden />
                </UnstyledButton>
              </div>
            </div>
          </div>
        )}
        {children}
      </div>
      {empty ? <div className={styles['empty']}>{empty}</div> : null}
    </div>
  );
}
