import { type InfiniteData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { fetchOrderPage, orderPagesQuery } from './list-orders.ts';
import { type ListPage, mergeFresh } from '../model/merge-fresh.ts';
import type { OrderListItem } from '../model/order.ts';
import type { OrderSearch } from '../model/order-search.ts';
import { pollEvery } from '../../../lib/api-error.ts';

export const POLL_MS = 15_000;
const PAGE_SIZE = 50;
const TINT_MS = 1_300;

type Pages = InfiniteData<ListPage, string | undefined>;
type News = { newcomers: OrderListItem[]; head: ListPage | undefined; changed: string[]; left: string[] };
const noNews: News = { newcomers: [], head: undefined, changed: [], left: [] };

type Visible = { first: number; last: number };

/**
 * Every 15 seconds the first page and the pages in view are asked for again: rows change in place, new orders wait in `newcomers`
 * until `showNew` is called, and rows that left the filter stay, named in `left`.
 */
export function useFreshOrders(search: OrderSearch, loadedAt: number) {
  const queries = useQueryClient();
  const visible = useRef<Visible>({ first: 0, last: 0 });
  /** Which rows are in view, so that their pages are asked for. */
  const see = useCallback((rows: Visible) => {
    visible.current = rows;
  }, []);
  const { queryKey } = orderPagesQuery(search);
  const newsKey = [...queryKey, 'news'];

  const poll = useQuery({
    queryKey: newsKey,
    enabled: loadedAt > 0,
    initialData: noNews,
    initialDataUpdatedAt: loadedAt,
    staleTime: POLL_MS - 1_000,
    refetchInterval: pollEvery(POLL_MS),
    refetchOnWindowFocus: true,
    queryFn: async ({ signal }) => {
      const loaded = queries.getQueryData<Pages>(queryKey);
      if (!loaded) return noNews;
      const indexes = pagesToAsk(visible.current, loaded.pages.length);
      const fresh = await Promise.all(indexes.map(async (index) => ({ index, page: await fetchOrderPage(search, loaded.pageParams[index], signal) })));
      return take(fresh);
    },
  });

  function take(fresh: { index: number; page: ListPage }[]): News {
    const before = queries.getQueryData<Pages>(queryKey);
    if (!before) return noNews;
    const news: News = { ...noNews, head: fresh.find(({ index }) => index === 0)?.page, left: [...(queries.getQueryData<News>(newsKey)?.left ?? [])] };
    let { pages } = before;
    for (const { index, page } of fresh) {
      const merged = mergeFresh(pages, { page, index, newestFirst: search.sort !== 'placed' });
      ({ pages } = merged);
      news.changed = [...news.changed, ...merged.changed];
      const back = new Set(page.items.map(({ id }) => id));
      news.left = [...new Set([...news.left.filter((id) => !back.has(id)), ...merged.left])];
      if (index === 0) news.newcomers = merged.newcomers;
    }
    queries.setQueryData<Pages>(queryKey, { ...before, pages });
    if (news.changed.length > 0) setTimeout(settle, TINT_MS);
    return news;
  }

  /** The tint of changed rows is over: rows that come into view later do not show it again. */
  function settle(): void {
    const updatedAt = queries.getQueryState(newsKey)?.dataUpdatedAt;
    queries.setQueryData<News>(newsKey, (news) => news && { ...news, changed: [] }, updatedAt === undefined ? {} : { updatedAt });
  }

  const [resets, setResets] = useState(0);
  /** Begins the list anew with what has arrived. */
  const showNew = (): void => {
    const { head } = poll.data;
    if (head) queries.setQueryData<Pages>(queryKey, { pages: [head], pageParams: [undefined] });
    queries.setQueryData<News>(newsKey, noNews);
    setResets(resets + 1);
  };

  return { ...poll.data, see, showNew, resets, error: poll.error, isFetching: poll.isFetching, updatedAt: poll.dataUpdatedAt, refetch: poll.refetch };
}

function pagesToAsk({ first, last }: Visible, loaded: number): number[] {
  const from = Math.floor(first / PAGE_SIZE);
  const to = Math.min(Math.floor(last / PAGE_SIZE), loaded - 1);
  return [...new Set([0, ...Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)])];
}
