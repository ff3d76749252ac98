import { Tabs } from '@mantine/core';
import styles from './order-tabs.module.css';
import { useWords } from '../../../i18n/use-words.ts';
import { tabLabel } from '../model/condition-words.ts';
import { countOf, countText } from '../model/count-words.ts';
import type { OrderCounts } from '../model/order.ts';
import { type Tab, tabs } from '../model/order-search.ts';

const ALL = 'all';

type OrderTabsProps = { tab: Tab | undefined; counts: OrderCounts | undefined; onChange: (tab: Tab | undefined) => void };

/** Where the orders stand; the numbers are of all orders, whatever is filtered. */
export function OrderTabs({ tab, counts, onChange }: OrderTabsProps) {
  const { t, language } = useWords();
  return (
    <Tabs value={tab ?? ALL} onChange={(value) => onChange(tabs.find((one) => one === value))} classNames={{ root: styles['root'] ?? '', list: styles['list'] ?? '', tab: styles['tab'] ?? '', tabLabel: styles['label'] ?? '' }}>
      <Tabs.List aria-label={t('filters.tab')}>
        {[undefined, ...tabs].map((one) => {
          const count = counts && countOf(counts, one);
          return (
            <Tabs.Tab key={one ?? ALL} value={one ?? ALL}>
              {one ? tabLabel(one)[language] : t('orders.all')}
              {counts === undefined || count === undefined ? null : (
                <span className={styles['count']} data-urgent={(one === 'CANCELLING' && count > 0) || undefined}>{countText(count, counts.limit, language)}</span>
              )}
            </Tabs.Tab>
          );
        })}
      </Tabs.List>
    </Tabs>
  );
}
