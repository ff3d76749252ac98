import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './notice-card.module.css';
import { useWords } from '../../../i18n/use-words.ts';
import { formatNumber } from '../../../lib/money.ts';
import { dayAndClock } from '../../../lib/when.ts';
import { isForPerson, type Notice } from '../model/groups.ts';

type NoticeCardProps = { notice: Notice; now: number; children?: ReactNode };

/** A cause: what happened, what it means, what to do. */
export function NoticeCard({ notice, now, children }: NoticeCardProps) {
  const { t, language } = useWords();
  const isWork = isForPerson(notice);
  const NoticeIcon = notice.resolvedAt ? IconCircleCheck : isWork ? IconAlertTriangle : IconInfoCircle;
  const facts = [
    notice.storeName,
    t('notices.times', { count: notice.count, n: formatNumber(notice.count, language) }),
    notice.resolvedAt ? t('notices.resolvedAt', { time: dayAndClock(notice.resolvedAt, now, t) }) : t('notices.last', { time: dayAndClock(notice.lastAt, now, t) }),
    notice.count > 1 ? t('notices.first', { time: dayAndClock(notice.firstAt, now, t) }) : null,
  ].filter(Boolean);
  return (
    <li className={styles['card']}>
      <span className={styles['icon']} data-tone={notice.resolvedAt ? 'healed' : isWork ? 'work' : 'info'} aria-hidden><NoticeIcon size={18} stroke={1.75} /></span>
      <div className={styles['words']}>
        <h3 className={styles['title']}>{notice.title}</h3>
        {notice.text ? <p className={styles['text']}>{notice.text}</p> : null}
        {notice.remedy && !notice.resolvedAt ? <p className={styles['text']}><strong>{t('notices.remedy')}:</strong> {notice.remedy}</p> : null}
        <p className={styles['facts']}>{facts.join(' · ')}</p>
      </div>
      {children ? <div className={styles['acts']}>{children}</div> : null}
    </li>
  );
}
