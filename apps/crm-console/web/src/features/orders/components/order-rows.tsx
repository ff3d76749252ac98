import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useEffect, useRef } from 'react';
import { OrderCard } from './order-card.tsx';
import { OrderRow } from './order-row.tsx';
import styles from './orders-table.module.css';
import { useRowKeys } from './use-row-keys.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { recallScroll, rememberScroll } from '../../../lib/scroll-memory.ts';
import type { OrderListItem } from '../model/order.ts';

const ROW_HEIGHT = 44;
const CARD_HEIGHT = 146;
/** So many rows before the end of what is loaded, the next page is asked for. */
const AHEAD = 15;

type OrderRowsProps = {
  orders: readonly OrderListItem[];
  now: number;
  cards: boolean;
  left: readonly string[];
  changed: readonly string[];
  hasMore: boolean;
  /** The entry of the browser's history that this list belongs to. */
  historyEntry: string;
  onEnd: () => void;
  onVisible: (rows: { first: number; last: number }) => void;
  onOpen: (order: OrderListItem, inNewTab: boolean) => void;
};

/** Only the rows in view exist, however many are loaded. */
export function OrderRows({ orders, now, cards, left, changed, hasMore, historyEntry, onEnd, onVisible, onOpen }: OrderRowsProps) {
  const { t } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualiser's functions are used here and handed to nothing memoised
  const virtual = useVirtualizer({
    count: orders.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (cards ? CARD_HEIGHT : ROW_HEIGHT),
    getItemKey: (index) => orders[index]?.id ?? index,
    overscan: 8,
    initialOffset: () => recallScroll(historyEntry),
  });
  const items = virtual.getVirtualItems();
  const { startIndex, endIndex } = virtual.range ?? { startIndex: 0, endIndex: 0 };

  useEffect(() => {
    onVisible({ first: startIndex, last: endIndex });
    if (hasMore && endIndex >= orders.length - AHEAD) onEnd();
  }, [startIndex, endIndex, hasMore, orders.length, onEnd, onVisible]);
  useRowKeys({ scroller, count: orders.length, scrollTo: (index) => virtual.scrollToIndex(index, { align: 'auto' }) });

  const open = (event: MouseEvent, order: OrderListItem): void => {
    const isOnControl = event.target instanceof Element && event.target.closest('a, button') !== null;
    if (isOnControl || window.getSelection()?.toString()) return;
    onOpen(order, event.ctrlKey || event.metaKey);
  };

  return (
    <div ref={scroller} role="rowgroup" className={styles['body']} data-testid="order-rows" onScroll={(event) => rememberScroll(historyEntry, event.currentTarget.scrollTop)}>
      <div className={cards ? styles['cards'] : undefined} role="presentation">
        <div className={styles['canvas']} style={{ height: virtual.getTotalSize() }} role="presentation">
          {items.map(({ index, key, start }) => {
            const order = orders[index];
            if (!order) return null;
            const isLeft = left.includes(order.id);
            return (
              <div
                key={key} role="row" aria-rowindex={index + (cards ? 1 : 2)} data-index={index} data-left={isLeft || undefined} data-changed={changed.includes(order.id) || undefined}
                ref={cards ? virtual.measureElement : undefined} className={cards ? styles['cardRow'] : styles['row']} style={{ transform: `translateY(${start}px)` }}
                title={isLeft ? t('orders.left') : undefined} onClick={(event) => open(event, order)}
              >
                {cards ? <OrderCard order={order} now={now} /> : <OrderRow order={order} now={now} />}
              </div>
            );
          })}
        </div>
        {hasMore ? <div className={styles['more']} role="presentation">{t('orders.loadingMore')}…</div> : null}
      </div>
    </div>
  );
}
