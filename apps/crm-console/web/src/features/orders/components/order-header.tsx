import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconRefresh } from '@tabler/icons-react';
import { stateLabels } from 'shared/domain/order-words';
import { ChannelLetter } from './channel-letter.tsx';
import { DeadlineCell } from './deadline-cell.tsx';
import { FulfilmentPill } from './fulfilment-pill.tsx';
import { MarketplaceWord } from './marketplace-word.tsx';
import styles from './order-header.module.css';
import { PaymentWord } from './payment-word.tsx';
import { PillNote } from './order-row.tsx';
import { Tag } from './tag.tsx';
import { CopyText } from '../../../components/copy-text.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { dateAndClockOf } from '../../../lib/vietnam-time.ts';
import { deadlineOf } from '../model/deadline.ts';
import type { Order } from '../model/order.ts';
import { paymentNote } from '../model/row-words.ts';

type OrderHeaderProps = {
  order: Order;
  now: number;
  /** What Refresh last said; absent where it may not be pressed. */
  refresh: { busy: boolean; said: string | undefined; failed: boolean; press: () => void } | undefined;
  onBack: () => void;
};

/** Which order it is, and its four words. */
export function OrderHeader({ order, now, refresh, onBack }: OrderHeaderProps) {
  const { t } = useWords();
  return (
    <>
      <header className={styles['header']}>
        <ActionIcon className={styles['back']} variant="subtle" c="var(--c-text2)" size={32} aria-label={t('app.back')} onClick={onBack}><IconChevronLeft size={20} stroke={1.75} /></ActionIcon>
        <div className={styles['who']}>
          <div className={styles['titleRow']}>
            <ChannelLetter channel={order.channel} large />
            <h1 className={styles['code']}>{order.code}</h1>
            <CopyText text={order.code} label={t('order.copyCode')} iconOnly />
            <span className={styles['tags']}>{order.tags.map((tag) => <Tag key={tag} text={tag} />)}</span>
          </div>
          <p className={styles['sub']}>{order.storeName}{order.sourceCreatedAt ? ` · ${t('order.placedAt', { time: dateAndClockOf(order.sourceCreatedAt) })}` : ''}</p>
        </div>
        {refresh ? (
          <div className={styles['acts']}>
            {refresh.said ? <span className={styles['said']} data-failed={refresh.failed || undefined} role="status">{refresh.said}</span> : null}
            <Button className={styles['refresh']} leftSection={<IconRefresh size={16} stroke={1.75} />} loading={refresh.busy} onClick={refresh.press} aria-label={t('order.refresh')}>
              <span className={styles['refreshWord']}>{t('order.refresh')}</span>
            </Button>
          </div>
        ) : null}
      </header>
      <Words order={order} now={now} />
    </>
  );
}

function Words({ order, now }: { order: Order; now: number }) {
  const { t, language } = useWords();
  const method = paymentNote(order, language);
  const meaning = order.channelStatusLabel?.meaning?.[language];
  return (
    <dl className={styles['words']}>
      <div className={styles['word']}>
        <dt>{t('order.fulfilment')}</dt>
        <dd><FulfilmentPill status={order.fulfilmentStatus} /><PillNote order={order} /></dd>
      </div>
      <div className={styles['word']}>
        <dt>{t('order.payment')}</dt>
        <dd><PaymentWord status={order.paymentStatus} />{method ? <span className={styles['dim']}>· {method}</span> : null}</dd>
      </div>
      <div className={styles['word']}>
        <dt>{t('order.state')}</dt>
        <dd className={styles['state']}>{order.state ? stateLabels[order.state][language] : t('order.noWord')}{order.processedInCrm ? ` · ${t('order.processedInCrm')}` : ''}</dd>
      </div>
      <div className={styles['word']}>
        <dt>{t('order.channel')}</dt>
        <dd>
          <MarketplaceWord channel={order.channel} word={order.channelStatus} label={order.channelStatusLabel} ours={order.fulfilmentStatus} />
          {meaning ? <span className={styles['dim']} data-meaning>{meaning}</span> : null}
        </dd>
      </div>
      {deadlineOf(order, now).tone === 'none' ? null : (
        <div className={styles['word']}>
          <dt>{t('order.shipBy')}</dt>
          <dd><DeadlineCell order={order} now={now} inline /></dd>
        </div>
      )}
      {order.cancelReason ? <div className={styles['word']}><dt>{t('order.cancelReason')}</dt><dd className={styles['state']}>{order.cancelReason}</dd></div> : null}
    </dl>
  );
}
