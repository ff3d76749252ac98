import { IconAlertOctagon, IconClock } from '@tabler/icons-react';
import styles from './deadline-cell.module.css';
import { useWords } from '../../../i18n/use-words.ts';
import { deadlineOf, deadlineWords } from '../model/deadline.ts';
import type { OrderListItem } from '../model/order.ts';

type DeadlineProps = { order: Pick<OrderListItem, 'shipBy' | 'fulfilmentStatus' | 'state'>; now: number; inline?: boolean };

/** Until when it must be handed over: quiet while there is time, amber with a clock for the last two hours, red past it. */
export function DeadlineCell({ order, now, inline = false }: DeadlineProps) {
  const { t } = useWords();
  const deadline = deadlineOf(order, now);
  if (deadline.tone === 'none') return <span className={styles['none']}>{inline ? t('deadline.none') : '—'}</span>;
  const { first, second } = deadlineWords(deadline, now, t);
  return (
    <span className={styles['deadline']} data-inline={inline || undefined}>
      <span className={styles['first']} data-tone={deadline.tone}>
        {deadline.tone === 'soon' ? <IconClock size={14} stroke={2} aria-hidden /> : null}
        {deadline.tone === 'late' ? <IconAlertOctagon size={14} stroke={2} aria-hidden /> : null}
        {first}
      </span>
      <span className={styles['second']}>{inline ? `· ${second}` : second}</span>
    </span>
  );
}
