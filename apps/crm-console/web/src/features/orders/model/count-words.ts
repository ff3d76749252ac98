import type { Language } from '../../../i18n/language.ts';
import { formatNumber } from '../../../lib/money.ts';
import type { OrderCounts } from './order.ts';
import type { Tab } from './order-search.ts';

export const countOf = (counts: OrderCounts, tab: Tab | undefined): number => counts[tab ?? 'all'];

/** `12.486`; beyond what the API counts `10.000+`. */
export const countText = (count: number, limit: number, language: Language): string =>
  count > limit ? `${formatNumber(limit, language)}+` : formatNumber(count, language);
