import { Card } from './card.tsx';
import styles from './order-page.module.css';
import { useWords } from '../../../i18n/use-words.ts';
import { isZeroDecimal, negateDecimal } from '../../../lib/decimal.ts';
import { formatMoney } from '../../../lib/money.ts';
import { dateAndClockOf } from '../../../lib/vietnam-time.ts';
import { sumsOf, unexplained } from '../model/amounts.ts';
import type { Order } from '../model/order.ts';

export function MoneyCard({ order }: { order: Order }) {
  const { t, language } = useWords();
  const { quoted, goods, lineDiscount } = sumsOf(order.lines);
  const money = (text: string | null): string => formatMoney(text, order.currency, language);
  const rows: [string, string | null][] = [
    [t('order.quotedTotal'), quoted],
    ...(lineDiscount !== null && !isZeroDecimal(lineDiscount) ? [[t('order.lineDiscount'), lineDiscount] satisfies [string, string]] : []),
    [t('order.goodsVat'), goods],
    [t('order.shippingFee'), order.shippingFee],
    ...(order.discount !== null && !isZeroDecimal(order.discount) ? [[t('order.discount'), negateDecimal(order.discount)] satisfies [string, string]] : []),
  ];
  const difference = unexplained(goods, order);
  const isDue = order.cashOnDelivery === true && order.paymentStatus === 'UNPAID';
  return (
    <Card name="money" title={t('order.money')} flush>
      <dl className={styles['rows']}>
        {rows.map(([name, value]) => <div key={name} className={styles['moneyRow']}><dt>{name}</dt><dd>{money(value)}</dd></div>)}
        {difference ? <div className={styles['moneyRow']}><dt>{t('order.difference')}<span className={styles['why']}>{t('order.differenceWhy')}</span></dt><dd>{money(difference)}</dd></div> : null}
      </dl>
      <dl className={styles['totals']}>
        <div className={styles['totalRow']}><dt>{t('order.total')}</dt><dd>{order.totalAmount === null ? <span className={styles['unknownTotal']}>{t('order.unknownAmount')}</span> : money(order.totalAmount)}</dd></div>
        <div className={styles['moneyRow']}>
          <dt>{isDue ? t('order.codDue') : order.paidAt ? t('order.paidAt', { time: dateAndClockOf(order.paidAt) }) : ''}</dt>
          <dd className={styles['dim']}>{t('order.refunded', { money: money(order.refundedAmount) })}</dd>
        </div>
      </dl>
    </Card>
  );
}
