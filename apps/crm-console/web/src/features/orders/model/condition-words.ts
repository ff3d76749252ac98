import { type Channel, channelNames, connectedChannels } from 'shared/domain/channel';
import { fulfilmentLabels, paymentLabels, stateLabels } from 'shared/domain/order-words';
import { statusLabel, statusTables } from 'shared/mapping/status/tables';
import type { Words } from '../../../i18n/use-words.ts';
import { dayText, isoDay, moveDay } from '../../../lib/vietnam-time.ts';
import type { Condition, OrderSearch, Tab } from './order-search.ts';

export type NamedStore = { id: string; name: string };
type Reading = Words & { stores: readonly NamedStore[]; now: number };

/** What a condition asks for: `Shopee`, `7 ngày qua`, `Thiếu hàng +1`. */
export function conditionValue(condition: Condition, search: OrderSearch, reading: Reading): string {
  const { t, language, stores } = reading;
  switch (condition) {
    case 'tab': return search.tab ? tabLabel(search.tab)[language] : '';
    case 'q': return search.q ?? '';
    case 'placed': return placedWords(search, reading);
    case 'channel': return some(search.channel?.map((channel) => channelNames[channel]), t);
    case 'storeId': return some(search.storeId?.map((id) => stores.find((store) => store.id === id)?.name ?? t('filters.unknownStore', { id })), t);
    case 'channelStatus': return some(search.channelStatus?.map((word) => marketplaceWord(word, search.channel)[language]), t);
    case 'paymentStatus': return some(search.paymentStatus?.map((word) => paymentLabels[word][language]), t);
    case 'problem': return some(search.problem?.map((word) => t(`problems.${word}`)), t);
  }
}

/** A word by the tables of the chosen channels, or of all; one that no table has stays as it came. */
function marketplaceWord(word: string, chosen: readonly Channel[] = connectedChannels): { vi: string; en: string } {
  const knower = chosen.find((channel) => statusTables[channel]?.orders.some(({ source }) => source === word));
  return knower ? statusLabel(knower, word) : { vi: word, en: word };
}

/** `Kênh: Shopee` */
export const conditionWords = (condition: Condition, search: OrderSearch, reading: Reading): string =>
  `${reading.t(`filters.${condition}`)}: ${conditionValue(condition, search, reading)}`;

export const tabLabel = (tab: Tab): { vi: string; en: string } => (tab === 'CANCELLING' || tab === 'RETURNING' ? stateLabels[tab] : fulfilmentLabels[tab]);

function some(names: readonly string[] | undefined, t: Words['t']): string {
  const [first = '', ...more] = names ?? [];
  return more.length > 0 ? t('filters.and', { first, more: more.length }) : first;
}

export const presets = ['today', 'yesterday', 'last7', 'last30'] as const;
export type Preset = (typeof presets)[number];

/** The days of a preset; today is in all but yesterday, and the end is the day after the last. */
export function presetDays(preset: Preset, now: number): { from: string; to?: string } {
  if (preset === 'today') return { from: isoDay(now) };
  if (preset === 'yesterday') return { from: isoDay(now, -1), to: isoDay(now) };
  return { from: isoDay(now, preset === 'last7' ? -6 : -29) };
}

function placedWords({ from, to }: OrderSearch, { t, now }: Reading): string {
  const preset = presets.find((name) => {
    const days = presetDays(name, now);
    return days.from === from && days.to === to;
  });
  if (preset) return t(`filters.${preset}`);
  const last = to && dayText(moveDay(to, -1));
  if (from && last) return dayText(from) === last ? last : `${dayText(from)} – ${last}`;
  if (from) return t('filters.since', { date: dayText(from) });
  return t('filters.until', { date: last ?? '' });
}
