import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { ChannelLetter } from './channel-letter.tsx';
import { DeadlineCell } from './deadline-cell.tsx';
import { FulfilmentPill } from './fulfilment-pill.tsx';
import { MarketplaceWord } from './marketplace-word.tsx';
import { PaymentWord } from './payment-word.tsx';
import styles from './orders-table.module.css';
import { paths } from '../../../config/paths.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { formatMoney } from '../../../lib/money.ts';
import { clockOf, dateAndClockOf } from '../../../lib/vietnam-time.ts';
import { dayWord } from '../../../lib/when.ts';
import { goodsCount, paymentNote } from '../model/row-words.ts';
import { goodsNote, pillNote, type RowNote } from '../model/row-notes.ts';
import type { OrderListItem } from '../model/order.ts';

export type OrderRowProps = { order: OrderListItem; now: number };

/** The cells of a row; first line what it is, second line what belongs to it. */
export const OrderRow = memo(function OrderRow({ order, now }: OrderRowProps) {
  const { t, language } = useWords();
  const [line] = order.lines;
  const note = goodsNote(order);
  return (
    <>
      <Cell name="code">
        <span className={styles['codeLine']}>
          <ChannelLetter channel={order.channel} />
          <Link to={paths.order} params={{ orderId: order.id }} className={styles['code']} data-row-link aria-label={t('orders.open', { code: order.code })}>{order.code}</Link>
        </span>
        <span className={`${styles['second']} ${styles['store']}`} title={order.storeName}>{order.storeName}</span>
      </Cell>
      <Cell name="deadline"><DeadlineCell order={order} now={now} /></Cell>
      <Cell name="buyer">
        <span className={styles['first']} title={order.customer.name ?? undefined}>{order.customer.name ?? '—'}</span>
        <span className={styles['second']}>{order.customer.address?.province}</span>
      </Cell>
      <Cell name="goods">
        <span className={styles['first']} title={line?.name}>{line?.name ?? t('goods.none')}</span>
        {note ? <Note note={note} /> : <span className={styles['second']}>{goodsCount(order, { t, language })}</span>}
      </Cell>
      <Cell name="total">
        <span className={`${styles['first']} ${styles['strong']}`}>{formatMoney(order.totalAmount, order.currency, language)}</span>
        <span className={styles['second']}>{order.shippingFee === null ? '' : t('goods.fee', { money: formatMoney(order.shippingFee, order.currency, language) })}</span>
      </Cell>
      <Cell name="market"><MarketplaceWord channel={order.channel} word={order.channelStatus} label={order.channelStatusLabel} ours={order.fulfilmentStatus} /></Cell>
      <Cell name="fulfilment">
        <FulfilmentPill status={order.fulfilmentStatus} />
        <PillNote order={order} />
      </Cell>
      <Cell name="payment">
        <PaymentWord status={order.paymentStatus} />
        <span className={`${styles['second']} ${styles['indent']}`} title={order.paymentMethod ?? undefined}>{paymentNote(order, language)}</span>
      </Cell>
      <Cell name="time">
        <time className={styles['first']} dateTime={order.sourceCreatedAt ?? undefined} title={order.sourceCreatedAt ? dateAndClockOf(order.sourceCreatedAt) : undefined}>
          {order.sourceCreatedAt ? clockOf(order.sourceCreatedAt) : '—'}
        </time>
        <span className={styles['second']}>{order.sourceCreatedAt ? dayWord(order.sourceCreatedAt, now, t) : ''}</span>
      </Cell>
    </>
  );
});

export function PillNote({ order }: { order: OrderListItem }) {
  const note = pillNote(order);
  return note ? <Note note={note} /> : null;
}

function Note({ note }: { note: RowNote }) {
  const { t } = useWords();
  return <span className={styles['note']} data-tone={note.tone}>{t(`problems.${note.problem}`)}</span>;
}

function Cell({ name, children }: { name: string; children: React.ReactNode }) {
  return <div role="cell" className={styles['cell']} data-cell={name}>{children}</div>;
}
