import type { Words } from '../../../i18n/use-words.ts';
import type { Language } from '../../../i18n/language.ts';
import { formatMoney, formatNumber } from '../../../lib/money.ts';
import type { OrderListItem } from './order.ts';

/** `3 dòng · 6 món` */
export function goodsCount({ lineCount, itemCount }: Pick<OrderListItem, 'lineCount' | 'itemCount'>, { t, language }: Words): string {
  if (lineCount === 0) return '';
  const lines = t('goods.lines', { count: lineCount, n: formatNumber(lineCount, language) });
  return `${lines} · ${t('goods.items', { count: itemCount, n: formatNumber(itemCount, language) })}`;
}

/** Under the payment's word: what was given back, else how it is paid. */
export function paymentNote(order: Pick<OrderListItem, 'paymentStatus' | 'refundedAmount' | 'currency' | 'paymentMethod' | 'cashOnDelivery'>, language: Language): string {
  if (order.paymentStatus === 'PARTIALLY_REFUNDED') return formatMoney(order.refundedAmount, order.currency, language);
  return order.cashOnDelivery ? 'COD' : (order.paymentMethod ?? '');
}
