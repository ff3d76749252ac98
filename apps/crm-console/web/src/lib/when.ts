import type { Words } from '../i18n/use-words.ts';
import { clockOf, dateOf, dayAndMonthOf, daysFrom } from './vietnam-time.ts';

type T = Words['t'];

/** `hôm nay`, `hôm qua`, `ngày mai`, else `22/11`, with the year where it is another. */
export function dayWord(at: string | number, now: number, t: T): string {
  const days = daysFrom(now, at);
  if (days === 0) return t('time.today');
  if (days === -1) return t('time.yesterday');
  if (days === 1) return t('time.tomorrow');
  return dateOf(at).slice(-4) === dateOf(now).slice(-4) ? dayAndMonthOf(at) : dateOf(at);
}

/** `hôm nay 18:00`, `22/11 18:00` */
export function dayAndClock(at: string | number, now: number, t: T): string {
  const time = clockOf(at);
  const days = daysFrom(now, at);
  if (days === 0) return t('time.todayAt', { time });
  if (days === -1) return t('time.yesterdayAt', { time });
  if (days === 1) return t('time.tomorrowAt', { time });
  return t('time.dateAt', { date: dayWord(at, now, t), time });
}
