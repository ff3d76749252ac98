import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../../testing/words.ts';
import { deadlineOf, deadlineWords } from './deadline.ts';

const now = Date.parse('2026-11-24T07:42:00Z'); // 14:42 in Vietnam
const order = (shipBy: string | null) => ({ shipBy, fulfilmentStatus: 'NOT_SHIPPED', state: 'OPEN' }) as const;

describe('the deadline of an order', () => {
  it.each([
    ['2026-11-24T11:00:00Z', 'plain', "Còn 3 giờ 18'", 'hôm nay 18:00', "3 h 18' left", 'today 18:00'],
    ['2026-11-24T09:42:01Z', 'plain', "Còn 2 giờ 1'", 'hôm nay 16:42', "2 h 1' left", 'today 16:42'],
    ['2026-11-24T09:42:00Z', 'soon', "Còn 2 giờ 0'", 'hôm nay 16:42', "2 h 0' left", 'today 16:42'],
    ['2026-11-24T08:30:00Z', 'soon', 'Còn 48 phút', 'hôm nay 15:30', '48 min left', 'today 15:30'],
    ['2026-11-24T06:30:00Z', 'late', "Quá 1 giờ 12'", 'hôm nay 13:30', "1 h 12' late", 'today 13:30'],
    ['2026-11-22T05:42:00Z', 'late', 'Quá 2 ngày 2 giờ', '22/11 12:42', '2 d 2 h late', '22/11 12:42'],
    ['2026-11-25T05:00:00Z', 'plain', 'Ngày mai 12:00', '25/11', 'Tomorrow 12:00', '25/11'],
    ['2026-11-26T07:42:00Z', 'plain', '26/11 14:42', 'Còn 2 ngày', '26/11 14:42', '2 d left'],
  ])('%s is %s: “%s”, “%s”', async (shipBy, tone, vi1, vi2, en1, en2) => {
    const deadline = deadlineOf(order(shipBy), now);
    expect(deadline.tone).toBe(tone);
    if (deadline.tone === 'none') return;
    expect(deadlineWords(deadline, now, (await wordsFor('vi')).t)).toEqual({ first: vi1, second: vi2 });
    expect(deadlineWords(deadline, now, (await wordsFor('en')).t)).toEqual({ first: en1, second: en2 });
  });

  it('is none where goods are handed over, the order is over, or no time is known', () => {
    const past = '2026-11-20T00:00:00Z';
    expect(deadlineOf({ ...order(past), fulfilmentStatus: 'IN_TRANSIT' }, now).tone).toBe('none');
    expect(deadlineOf({ ...order(past), state: 'CANCELLED' }, now).tone).toBe('none');
    expect(deadlineOf(order(null), now).tone).toBe('none');
  });
});
