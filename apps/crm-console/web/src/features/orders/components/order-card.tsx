import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { ChannelLetter } from './channel-letter.tsx';
import { DeadlineCell } from './deadline-cell.tsx';
import { FulfilmentPill } from './fulfilment-pill.tsx';
import { MarketplaceWord } from './marketplace-word.tsx';
import { type OrderRowProps, PillNote } from './order-row.tsx';
import { PaymentWord } from './payment-word.tsx';
import styles from './order-card.module.css';
import { paths } from '../../../config/paths.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { formatMoney } from '../../../lib/money.ts';
import { goodsNote } from '../model/row-notes.ts';
import { goodsCount } from '../model/row-words.ts';

/** A row where a table has no room. */
export const OrderCard = memo(function OrderCard({ order, now }: OrderRowProps) {
  const { t, language } = useWords();
  const note = goodsNote(order);
  const below = [note ? t(`problems.${note.problem}`) : goodsCount(order, { t, language }), order.customer.name].filter(Boolean);
  return (
    <div className={styles['card']} role="cell">
      <div className={styles['line']}>
        <span className={styles['head']}>
          <ChannelLetter channel={order.channel} />
          <Link to={paths.order} params={{ orderId: order.id }} className={styles['code']} data-row-link aria-label={t('orders.open', { code: order.code })}>{order.code}</Link>
        </span>
        <span className={styles['total']}>{formatMoney(order.totalAmount, order.currency, language)}</span>
      </div>
      <p className={styles['name']}>{order.lines[0]?.name ?? t('goods.none')}</p>
      <p className={styles['below']} data-tone={note?.tone}>{below.join(' · ')}</p>
      <div className={styles['words']}>
        <FulfilmentPill status={order.fulfilmentStatus} />
        <MarketplaceWord channel={order.channel} word={order.channelStatus} label={order.channelStatusLabel} ours={order.fulfilmentStatus} />
      </div>
      <PillNote order={order} />
      <div className={styles['line']}>
        <DeadlineCell order={order} now={now} inline />
        <span className={styles['pay']}><PaymentWord status={order.paymentStatus} /></span>
      </div>
    </div>
  );
});
