import type { OrderListItem } from './order.ts';

export type ListPage = { items: OrderListItem[]; nextCursor: string | null };
export type Merged = {
  pages: ListPage[];
  /** Rows that were shown with another version or other words. */
  changed: string[];
  /** Rows that the fresh page should hold and does not: they left the filter. */
  left: string[];
  /** Orders that stand before the first row shown. */
  newcomers: OrderListItem[];
};

export type Fresh = {
  page: ListPage;
  /** Which loaded page was asked for again. */
  index: number;
  newestFirst: boolean;
};

/**
 * A page that was asked for again, put into the loaded ones: rows change where they stand; nothing is moved, taken away or added,
 * but at the end of a list that ran from oldest to newest.
 */
export function mergeFresh(pages: ListPage[], { page, index, newestFirst }: Fresh): Merged {
  const fresh = new Map(page.items.map((item) => [item.id, item]));
  const known = new Set(pages.flatMap(({ items }) => items.map(({ id }) => id)));
  const old = pages[index]?.items ?? [];
  const changed = pages.flatMap(({ items }) => items.filter((item) => isOther(item, fresh.get(item.id))).map(({ id }) => id));
  const left = old.filter((item) => !fresh.has(item.id) && isWithin(item, page, newestFirst)).map(({ id }) => id);
  const unknown = page.items.filter(({ id }) => !known.has(id));
  const isEnd = !newestFirst && index === pages.length - 1;
  const first = pages[0]?.items[0];
  const newcomers = newestFirst && index === 0 ? unknown.filter((item) => !first || compareKeys(item, first) > 0) : [];
  const merged = pages.map(({ items, nextCursor }, at) => {
    const updated = items.map((item) => fresh.get(item.id) ?? item);
    return at === index && isEnd ? { items: [...updated, ...unknown], nextCursor: page.nextCursor } : { items: updated, nextCursor };
  });
  return { pages: merged, changed, left, newcomers };
}

function isOther(item: OrderListItem, fresh: OrderListItem | undefined): boolean {
  return fresh !== undefined && (fresh.version !== item.version || fresh.fulfilmentStatus !== item.fulfilmentStatus || fresh.paymentStatus !== item.paymentStatus);
}

/** Whether an order's place is inside what the page covers, so that its absence says something. */
function isWithin(item: OrderListItem, { items, nextCursor }: ListPage, newestFirst: boolean): boolean {
  const last = items.at(-1);
  if (nextCursor === null || !last) return nextCursor === null;
  return newestFirst ? compareKeys(item, last) >= 0 : compareKeys(item, last) <= 0;
}

/** The list's key: when placed (not known is latest), then id; ids are whole numbers in text. */
function compareKeys(a: OrderListItem, b: OrderListItem): number {
  const byTime = compareTexts(a.sourceCreatedAt ?? '~', b.sourceCreatedAt ?? '~');
  return byTime || a.id.length - b.id.length || compareTexts(a.id, b.id);
}

const compareTexts = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
