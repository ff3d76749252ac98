import { describe, expect, it } from 'vitest';
import { listItem } from '../../../testing/order.ts';
import { mergeFresh } from './merge-fresh.ts';

const at = (minute: number) => `2026-11-24T07:${String(minute).padStart(2, '0')}:00.000Z`;
const item = (id: number, version = 'v1') => listItem({ id: String(id), version, sourceCreatedAt: at(id) });
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => Number(id));

const first = { items: [item(9), item(8), item(7)], nextCursor: 'c7' };
const second = { items: [item(6), item(5)], nextCursor: null };

describe('a page that was asked for again', () => {
  it('changes rows where they stand, and keeps new orders waiting', () => {
    const page = { items: [item(10), item(9), item(8, 'v2')], nextCursor: 'c8' };
    const merged = mergeFresh([first, second], { page, index: 0, newestFirst: true });
    expect(merged.pages.map(({ items }) => ids(items))).toEqual([[9, 8, 7], [6, 5]]);
    expect(merged.pages[0]?.items[1]?.version).toBe('v2');
    expect([merged.changed, ids(merged.newcomers), merged.left]).toEqual([['8'], [10], []]);
  });

  it('names rows that left the filter, but not those that it no longer reaches', () => {
    const page = { items: [item(10), item(9), item(7)], nextCursor: 'c7' };
    expect(mergeFresh([first, second], { page, index: 0, newestFirst: true }).left).toEqual(['8']);
    expect(mergeFresh([first, second], { page: { items: [item(12), item(11), item(10)], nextCursor: 'c10' }, index: 0, newestFirst: true }).left).toEqual([]);
    expect(mergeFresh([first, second], { page: { items: [item(5)], nextCursor: null }, index: 1, newestFirst: true }).left).toEqual(['6']);
    expect(mergeFresh([first, second], { page: { items: [], nextCursor: null }, index: 1, newestFirst: true }).left).toEqual(['6', '5']);
  });

  it('does not take an old order that came late for a new one', () => {
    const page = { items: [item(9), item(8), listItem({ id: '99', sourceCreatedAt: at(7) }), item(7)], nextCursor: 'c7' };
    expect(mergeFresh([first, second], { page, index: 0, newestFirst: true }).newcomers).toEqual([]);
  });

  it('tells orders of the same minute apart by their numbers, also longer ones', () => {
    const same = (id: string) => listItem({ id, sourceCreatedAt: at(9) });
    const page = { items: [same('10'), same('9')], nextCursor: 'c' };
    expect(ids(mergeFresh([{ items: [same('9')], nextCursor: 'c' }], { page, index: 0, newestFirst: true }).newcomers)).toEqual([10]);
  });

  it('goes on at the end of a list that runs from oldest to newest', () => {
    const merged = mergeFresh([{ items: [item(5), item(6)], nextCursor: null }], { page: { items: [item(5), item(6), item(7)], nextCursor: null }, index: 0, newestFirst: false });
    expect([ids(merged.pages[0]?.items ?? []), merged.newcomers]).toEqual([[5, 6, 7], []]);
  });

  it('is new as a whole where nothing was there', () => {
    expect(ids(mergeFresh([{ items: [], nextCursor: null }], { page: { items: [item(1)], nextCursor: null }, index: 0, newestFirst: true }).newcomers)).toEqual([1]);
  });
});
