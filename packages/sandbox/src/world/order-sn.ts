import { mixSeed } from './rng.ts';

const VIETNAM_OFFSET_S = 7 * 3600;
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 14 characters, beginning with yymmdd of the order's creation in Vietnam (UTC+7), as real order numbers do. */
export function orderSnOf(createTime: number, seed: number): string {
  const day = new Date((createTime + VIETNAM_OFFSET_S) * 1000).toISOString().slice(2, 10).replaceAll('-', '');
  const random = [mixSeed(seed, 1), mixSeed(seed, 2)].map((number) => fourLetters(number)).join('');
  return day + random;
}

function fourLetters(number: number): string {
  return [0, 5, 10, 15].map((shift) => letters[(number >>> shift) & 31] ?? '0').join('');
}
