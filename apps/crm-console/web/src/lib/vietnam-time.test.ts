import { describe, expect, it } from 'vitest';
import { clockOf, clockWithSecondsOf, dateAndClockOf, dayAndMonthOf, daysFrom, dayText, isoDay, moveDay } from './vietnam-time.ts';

const now = Date.parse('2026-11-24T07:38:00Z');

describe('the time in Vietnam', () => {
  it('is seven hours ahead, wherever the page is', () => {
    expect([clockOf('2026-11-24T07:38:02Z'), clockWithSecondsOf('2026-11-24T07:38:02Z'), dateAndClockOf('2026-11-24T07:38:02.500Z')]).toEqual(['14:38', '14:38:02', '24/11/2026 14:38']);
    expect(dateAndClockOf('2026-12-31T17:00:00Z')).toBe('01/01/2027 00:00');
    expect(dayAndMonthOf('2026-11-24T00:00:00+07:00')).toBe('24/11');
  });

  it('counts days by midnights, not by hours', () => {
    expect([daysFrom(now, '2026-11-24T16:59:59Z'), daysFrom(now, '2026-11-24T17:00:00Z'), daysFrom(now, '2026-11-23T16:59:59Z')]).toEqual([0, 1, -1]);
  });

  it('writes days for addresses and for people', () => {
    expect([isoDay(Date.parse('2026-11-24T17:00:00Z')), isoDay(now, -6), moveDay('2026-12-31', 1), moveDay('2028-03-01', -1), dayText('2026-11-18')]).toEqual([
      '2026-11-25', '2026-11-18', '2027-01-01', '2028-02-29', '18/11/2026',
    ]);
  });
});
