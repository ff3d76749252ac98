import { channels } from 'shared/domain/channel';
import { orderProblems, paymentStatuses } from 'shared/domain/order-words';
import type { paths } from '../../../lib/api-types.generated.ts';
import type { Channel, OrderListItem } from './order.ts';

export const tabs = ['NOT_SHIPPED', 'READY_TO_SHIP', 'IN_TRANSIT', 'CANCELLING', 'RETURNING', 'DELIVERED', 'CANCELLED'] as const;
export type Tab = (typeof tabs)[number];

export type Problem = OrderListItem['problems'][number];
export type PaymentStatus = NonNullable<OrderListItem['paymentStatus']>;

/** What the address says about the list; a default is left out. */
export type OrderSearch = {
  tab?: Tab;
  channel?: Channel[];
  storeId?: string[];
  channelStatus?: string[];
  paymentStatus?: PaymentStatus[];
  problem?: Problem[];
  q?: string;
  /** Placed from this day on, in Vietnam. */
  from?: string;
  /** Placed before this day, as the API has it. */
  to?: string;
  sort?: 'placed';
};

/** Whatever an address may hold → what we understand of it; the rest is dropped. */
export function parseOrderSearch(raw: Record<string, unknown>): OrderSearch {
  const search: OrderSearch = {};
  const tab = oneOf(tabs, raw['tab']);
  if (tab) search.tab = tab;
  assign(search, 'channel', listOf(raw['channel']).filter(isOneOf(channels)));
  assign(search, 'storeId', listOf(raw['storeId']).filter((id) => /^[1-9]\d{0,17}$/.test(id)));
  assign(search, 'channelStatus', listOf(raw['channelStatus']).map(cut));
  assign(search, 'paymentStatus', listOf(raw['paymentStatus']).filter(isOneOf(paymentStatuses)));
  assign(search, 'problem', listOf(raw['problem']).filter(isOneOf(orderProblems)));
  const q = cut(textOf(raw['q']) ?? '');
  if (q) search.q = q;
  const from = dayOf(raw['from']);
  if (from) search.from = from;
  const to = dayOf(raw['to']);
  if (to) search.to = to;
  if (raw['sort'] === 'placed') search.sort = 'placed';
  return search;
}

export type OrderQuery = NonNullable<paths['/api/orders']['get']['parameters']['query']>;
export type CountsQuery = NonNullable<paths['/api/orders/counts']['get']['parameters']['query']>;

/** The address → the API's query for counts: all but the tab and the order. */
export function countsQuery({ channel, storeId, channelStatus, paymentStatus, problem, q, from, to }: OrderSearch): CountsQuery {
  return {
    ...(channel && { channel: channel.join(',') }),
    ...(storeId && { storeId: storeId.join(',') }),
    ...(channelStatus && { channelStatus: channelStatus.join(',') }),
    ...(paymentStatus && { paymentStatus: paymentStatus.join(',') }),
    ...(problem && { problem: problem.join(',') }),
    ...(q && { q }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

/** The address → the API's query for the list. */
export function listQuery(search: OrderSearch): OrderQuery {
  return { ...countsQuery(search), ...tabQuery(search.tab), ...(search.sort && { sort: search.sort }) };
}

function tabQuery(tab: Tab | undefined): OrderQuery {
  if (!tab) return {};
  return tab === 'CANCELLING' || tab === 'RETURNING' ? { state: tab } : { fulfilmentStatus: tab };
}

const conditions = ['tab', 'channel', 'storeId', 'channelStatus', 'paymentStatus', 'problem', 'q'] as const;
export type Condition = (typeof conditions)[number] | 'placed';

/** The conditions that narrow the list, as a person counts them: from and to are one. */
export function conditionsOf(search: OrderSearch): Condition[] {
  return [...conditions.filter((name) => search[name] !== undefined), ...(search.from || search.to ? (['placed'] as const) : [])];
}

export function withoutCondition(search: OrderSearch, condition: Condition): OrderSearch {
  const rest = { ...search };
  if (condition === 'placed') {
    delete rest.from;
    delete rest.to;
  } else {
    delete rest[condition];
  }
  return rest;
}

const isOneOf = <const W extends string>(words: readonly W[]) => (word: string): word is W => words.some((known) => known === word);
const oneOf = <const W extends string>(words: readonly W[], value: unknown): W | undefined => words.find((word) => word === value);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' || typeof value === 'number' ? String(value).replace(/\0|\p{Surrogate}/gu, '') : undefined);

/** As long as the API takes, and no character halved. */
const cut = (text: string): string => text.trim().slice(0, 100).replace(/\p{Surrogate}$/u, '');

function listOf(value: unknown): string[] {
  const parts = Array.isArray(value) ? value.map(textOf) : (textOf(value) ?? '').split(',');
  return [...new Set(parts.map((part) => part?.trim() ?? ''))].filter(Boolean).slice(0, 50);
}

/** A day that the calendar has, of the years that the API takes: 2026-02-31 would be read as a day of March. */
function dayOf(value: unknown): string | undefined {
  const text = textOf(value) ?? '';
  const at = /^(?:19[7-9]\d|20\d\d|21\d\d|2200)-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? text : undefined;
}

function assign<K extends 'channel' | 'storeId' | 'channelStatus' | 'paymentStatus' | 'problem'>(search: OrderSearch, key: K, values: NonNullable<OrderSearch[K]>): void {
  if (values.length > 0) search[key] = values;
}

