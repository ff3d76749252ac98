import type { Words } from '../../../i18n/use-words.ts';
import { clockOf, dayAndMonthOf, daysFrom } from '../../../lib/vietnam-time.ts';
import { dayAndClock } from '../../../lib/when.ts';
import type { OrderListItem } from './order.ts';

export type Deadline = { tone: 'none' } | { tone: 'plain' | 'soon' | 'late'; at: string; minutes: number };

type Timed = Pick<OrderListItem, 'shipBy' | 'fulfilmentStatus' | 'state'>;

const SOON_MINUTES = 120;
const MINUTE_MS = 60_000;

/** How an order stands to its ship-by time; what is handed over or over has none. */
export function deadlineOf({ shipBy, fulfilmentStatus, state }: Timed, now: number): Deadline {
  const isHere = fulfilmentStatus === 'NOT_SHIPPED' || fulfilmentStatus === 'READY_TO_SHIP';
  if (shipBy === null || !isHere || state === 'CANCELLED' || state === 'COMPLETED') return { tone: 'none' };
  const left = Date.parse(shipBy) - now;
  if (left < 0) return { tone: 'late', at: shipBy, minutes: Math.floor(-left / MINUTE_MS) };
  const minutes = Math.ceil(left / MINUTE_MS);
  return { tone: minutes <= SOON_MINUTES ? 'soon' : 'plain', at: shipBy, minutes };
}

export type DeadlineWords = { first: string; second: string };

/** The two lines of a row: how long, and when; further than today it is when that counts. */
export function deadlineWords(deadline: Exclude<Deadline, { tone: 'none' }>, now: number, t: Words['t']): DeadlineWords {
  const { tone, at, minutes } = deadline;
  if (tone === 'plain' && daysFrom(now, at) > 0) {
    const second = daysFrom(now, at) === 1 ? dayAndMonthOf(at) : t('deadline.left', { span: spanWords(minutes, t) });
    return { first: capital(daysFrom(now, at) === 1 ? t('time.tomorrowAt', { time: clockOf(at) }) : dayAndClock(at, now, t)), second };
  }
  const span = spanWords(minutes, t);
  return { first: tone === 'late' ? t('deadline.late', { span }) : t('deadline.left', { span }), second: dayAndClock(at, now, t) };
}

/** `48 phút`, `3 giờ 18'`, from a day on `2 ngày 4 giờ`. */
export function spanWords(minutes: number, t: Words['t']): string {
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return t('deadline.minutes', { minutes });
  if (hours < 24) return t('deadline.hoursMinutes', { hours, minutes: minutes % 60 });
  const days = Math.floor(hours / 24);
  return hours % 24 === 0 ? t('deadline.days', { days }) : t('deadline.days_hours', { days, hours: hours % 24 });
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
