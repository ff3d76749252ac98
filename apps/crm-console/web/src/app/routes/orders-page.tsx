import { useCallback } from 'react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate, useRouterState } from '@tanstack/react-router';
import styles from './orders-page.module.css';
import { OrdersBody } from './orders-body.tsx';
import { OrdersFooter } from './orders-footer.tsx';
import { OrdersHeader } from './orders-header.tsx';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { paths } from '../../config/paths.ts';
import { orderCountsQuery } from '../../features/orders/api/count-orders.ts';
import { orderPagesQuery } from '../../features/orders/api/list-orders.ts';
import { POLL_MS, useFreshOrders } from '../../features/orders/api/use-fresh-orders.ts';
import { FilterBar } from '../../features/orders/components/filter-bar.tsx';
import { OrderTabs } from '../../features/orders/components/order-tabs.tsx';
import type { OrderSearch } from '../../features/orders/model/order-search.ts';
import { storesQuery } from '../../features/stores/api/list-stores.ts';
import { useWords } from '../../i18n/use-words.ts';
import { rememberScroll } from '../../lib/scroll-memory.ts';
import { pollEvery } from '../../lib/api-error.ts';
import { useAutoRetry } from '../../lib/use-auto-retry.ts';
import { useLastingError } from '../../lib/use-lasting-error.ts';
import { useNow } from '../../lib/use-now.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { useHasCards } from '../../lib/use-screen.ts';

const route = getRouteApi('/frame/orders');

export function OrdersPage() {
  const { t } = useWords();
  const search = route.useSearch();
  const navigate = useNavigate();
  const now = useNow(30_000);
  const cards = useHasCards();
  const entry = useRouterState({ select: ({ location }) => location.state.__TSR_key ?? '' });
  usePageTitle(t('orders.title'));

  const list = useInfiniteQuery(orderPagesQuery(search));
  const fresh = useFreshOrders(search, list.data ? list.dataUpdatedAt : 0);
  const all = useQuery({ ...orderCountsQuery({}), refetchInterval: POLL_MS });
  const matching = useQuery({ ...orderCountsQuery(search), refetchInterval: pollEvery(POLL_MS) });
  const stores = useQuery(storesQuery);

  const busy = list.isFetching || fresh.isFetching;
  const error = useLastingError(list.error ?? fresh.error, busy);
  const retry = (): void => {
    if (list.isFetchNextPageError) void list.fetchNextPage();
    else if (list.error) void list.refetch();
    else void fresh.refetch();
    void all.refetch();
    void matching.refetch();
  };
  const { secondsLeft, attempt } = useAutoRetry({ error, busy, retry });

  const change = useCallback((next: OrderSearch): void => void navigate({ to: paths.orders, search: next, replace: true }), [navigate]);
  const showNew = (): void => {
    rememberScroll(entry, 0);
    fresh.showNew();
  };
  const filters = { search, stores: stores.data ?? [], now, onChange: change };
  const counts = { all: all.data, matching: matching.data };

  return (
    <div className={styles['page']}>
      <OrdersHeader {...filters} counts={counts.matching} failed={error !== null && !list.data} newcomers={fresh.newcomers.length} hasMoreNew={fresh.head !== undefined && fresh.head.nextCursor !== null && fresh.newcomers.length === fresh.head.items.length} onShowNew={showNew} />
      <OrderTabs tab={search.tab} counts={counts.all} onChange={(tab) => change(withTab(search, tab))} />
      <div className={styles['filters']}><FilterBar {...filters} /></div>
      {error ? (
        <div className={styles['banner']}>
          <ErrorBanner title={list.data ? t('errors.listStale') : t('errors.list')} error={error} safe={t('errors.safe')} secondsLeft={secondsLeft} attempt={attempt} onRetry={retry} />
        </div>
      ) : null}
      <OrdersBody {...filters} list={list} fresh={fresh} cards={cards} entry={entry} hasStores={stores.data === undefined || stores.data.length > 0} />
      <OrdersFooter counts={counts.matching} tab={search.tab} list={list} failed={error !== null} updatedAt={fresh.updatedAt || list.dataUpdatedAt} />
    </div>
  );
}

function withTab({ tab: _, ...rest }: OrderSearch, tab: OrderSearch['tab']): OrderSearch {
  return tab ? { tab, ...rest } : rest;
}
