import { type Icon, IconEye, IconInfoCircle, IconRefresh, IconShoppingBag, IconUser } from '@tabler/icons-react';
import { Card } from './card.tsx';
import styles from './history-card.module.css';
import { useWords } from '../../../i18n/use-words.ts';
import { clockWithSecondsOf, isoDay } from '../../../lib/vietnam-time.ts';
import { dayWord } from '../../../lib/when.ts';
import { historySentence, type Sentence } from '../model/history-words.ts';
import type { HistoryEntry, Order } from '../model/order.ts';

const icons = { placed: IconShoppingBag, told: IconRefresh, seen: IconEye, person: IconUser, other: IconInfoCircle } as const satisfies Record<Sentence['icon'], Icon>;

type HistoryCardProps = { order: Order; now: number; loading: boolean };

/** What happened, newest first, by day. */
export function HistoryCard({ order, now, loading }: HistoryCardProps) {
  const { t } = useWords();
  return (
    <Card name="history" title={t('order.history')}>
      {loading ? <div className={styles['loading']} aria-hidden><span /><span /><span /></div> : null}
      {!loading && order.history.length === 0 ? <p className={styles['none']}>{t('order.noHistory')}</p> : null}
      <ol>
        {order.history.map((entry, index) => {
          const previous = order.history[index - 1];
          const isNewDay = !previous || isoDay(Date.parse(previous.at)) !== isoDay(Date.parse(entry.at));
          return <Entry key={`${entry.at} ${entry.kind} ${index}`} entry={entry} order={order} day={isNewDay ? dayWord(entry.at, now, t) : undefined} />;
        })}
      </ol>
    </Card>
  );
}

function Entry({ entry, order, day }: { entry: HistoryEntry; order: Order; day: string | undefined }) {
  const words = useWords();
  const { icon, parts } = historySentence(entry, { ...words, channel: order.channel, buyerMessage: order.buyerMessage });
  const EntryIcon = icons[icon];
  return (
    <li>
      {day ? <p className={styles['day']}>{day}</p> : null}
      <div className={styles['entry']}>
        <time className={styles['time']} dateTime={entry.at}>{clockWithSecondsOf(entry.at)}</time>
        <span className={styles['bullet']}><EntryIcon size={13} stroke={1.75} aria-hidden /></span>
        <p className={styles['words']}>{parts.map(({ text, strong }, index) => (strong ? <strong key={index}>{text}</strong> : <span key={index}>{text}</span>))}</p>
      </div>
    </li>
  );
}
