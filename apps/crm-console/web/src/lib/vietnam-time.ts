// Vietnam has kept UTC+7 without summer time since 1975, so the wall clock is a shift; every screen shows it, wherever the browser is.
const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

const two = (value: number): string => String(value).padStart(2, '0');
const shifted = (at: number): Date => new Date(at + OFFSET_MS);
const instant = (at: string | number): number => (typeof at === 'number' ? at : Date.parse(at));

/** `14:38` */
export function clockOf(at: string | number): string {
  const wall = shifted(instant(at));
  return `${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}`;
}

/** `14:38:02` */
export const clockWithSecondsOf = (at: string | number): string => `${clockOf(at)}:${two(shifted(instant(at)).getUTCSeconds())}`;

/** `24/11` */
export function dayAndMonthOf(at: string | number): string {
  const wall = shifted(instant(at));
  return `${two(wall.getUTCDate())}/${two(wall.getUTCMonth() + 1)}`;
}

/** `24/11/2026` */
export const dateOf = (at: string | number): string => `${dayAndMonthOf(at)}/${shifted(instant(at)).getUTCFullYear()}`;

/** `24/11/2026 14:38` */
export const dateAndClockOf = (at: string | number): string => `${dateOf(at)} ${clockOf(at)}`;

const dayNumber = (at: number): number => Math.floor((at + OFFSET_MS) / DAY_MS);

/** How many midnights lie between: 0 the same day, −1 yesterday, 1 tomorrow. */
export const daysFrom = (now: number, at: string | number): number => dayNumber(instant(at)) - dayNumber(now);

/** `2026-11-24`, the day of an instant as addresses write it, moved by some days. */
export const isoDay = (at: number, move = 0): string => shifted(at + move * DAY_MS).toISOString().slice(0, 10);

/** `2026-11-24` moved by some days. */
export const moveDay = (day: string, by: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY_MS).toISOString().slice(0, 10);

/** `2026-11-24` → `24/11/2026` */
export const dayText = (day: string): string => day.slice(0, 10).split('-').reverse().join('/');
