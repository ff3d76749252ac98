import type { UseInfiniteQueryResult, InfiniteData } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { OrdersNone } from './orders-none.tsx';
import styles from './orders-page.module.css';
import { paths } from '../../config/paths.ts';
import type { useFreshOrders } from '../../features/orders/api/use-fresh-orders.ts';
import type { FiltersProps } from '../../features/orders/components/filter-bar.tsx';
import { OrderRows } from '../../features/orders/components/order-rows.tsx';
import { OrdersTable } from '../../features/orders/components/orders-table.tsx';
import { RowsSkeleton } from '../../features/orders/components/rows-skeleton.tsx';
import type { ListPage } from '../../features/orders/model/merge-fresh.ts';
import type { OrderListItem } from '../../features/orders/model/order.ts';
import type { OrderSearch } from '../../features/orders/model/order-search.ts';

export type OrderList = UseInfiniteQueryResult<InfiniteData<ListPage, unknown>>;

type OrdersBodyProps = FiltersProps & { list: OrderList; fresh: ReturnType<typeof useFreshOrders>; cards: boolean; entry: string; hasStores: boolean };

/** Loading, failed, empty, rows, in this order; rows once loaded stay. */
export function OrdersBody({ list, fresh, cards, entry, hasStores, ...filters }: OrdersBodyProps) {
  const { search, now, onChange } = filters;
  const navigate = useNavigate();
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = list;
  const orders = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);

  const end = useCallback(() => {
    if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);
  const open = ({ id }: OrderListItem, inNewTab: boolean): void => {
    if (inNewTab) window.open(paths.order.replace('$orderId', id), '_blank', 'noopener');
    else void navigate({ to: paths.order, params: { orderId: id } });
  };

  return (
    <div className={styles['body']}>
      <OrdersTable
        cards={cards} newestFirst={search.sort !== 'placed'} onSort={() => onChange(otherOrder(search))} rowCount={hasNextPage ? -1 : orders.length} busy={list.isPending}
        empty={data && orders.length === 0 ? <OrdersNone {...filters} hasStores={hasStores} /> : undefined}
      >
        {!data ? <RowsSkeleton cards={cards} /> : null}
        {orders.length > 0 ? (
          <OrderRows
            key={`${entry} ${fresh.resets}`} historyEntry={entry} orders={orders} now={now} cards={cards} left={fresh.left} changed={fresh.changed}
            hasMore={hasNextPage} onEnd={end} onVisible={fresh.see} onOpen={open}
          />
        ) : null}
      </OrdersTable>
    </div>
  );
}

function otherOrder({ sort, ...rest }: OrderSearch): OrderSearch {
  return sort ? rest : { ...rest, sort: 'placed' };
}
