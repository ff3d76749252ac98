import type { OrderList } from './orders-body.tsx';
import styles from './orders-page.module.css';
import { ShortcutHelp } from './shortcut-help.tsx';
import { countOf, countText } from '../../features/orders/model/count-words.ts';
import type { OrderCounts } from '../../features/orders/model/order.ts';
import type { Tab } from '../../features/orders/model/order-search.ts';
import { useWords } from '../../i18n/use-words.ts';
import { formatNumber } from '../../lib/money.ts';
import { clockOf } from '../../lib/vietnam-time.ts';

type OrdersFooterProps = { counts: OrderCounts | undefined; tab: Tab | undefined; list: OrderList; failed: boolean; updatedAt: number };

export function OrdersFooter({ counts, tab, list, failed, updatedAt }: OrdersFooterProps) {
  const { t, language } = useWords();
  const loaded = list.data?.pages.reduce((sum, { items }) => sum + items.length, 0) ?? 0;
  const range = counts && loaded > 0 ? t('orders.range', { from: 1, to: formatNumber(loaded, language), total: countText(countOf(counts, tab), counts.limit, language) }) : '';
  return (
    <footer className={styles['footer']}>
      <span>{range}</span>
      <span className={styles['gap']} />
      {failed && updatedAt > 0 ? <span className={styles['late']}>{t('orders.stale', { time: clockOf(updatedAt) })}</span> : <span>{t('orders.updatedEvery')}</span>}
      <ShortcutHelp />
    </footer>
  );
}
