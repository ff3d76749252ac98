import { describe, expect, it } from 'vitest';
import { refreshedBy } from './refreshed.ts';

const reasonLabel = { vi: 'sàn từ chối', en: 'The marketplace refused the call' };

describe('a refresh', () => {
  it('waits while its row is received', () => {
    expect(refreshedBy({ status: 'received', reasonLabel: null })).toBeUndefined();
    expect(refreshedBy({ status: 'received', reasonLabel })).toBeUndefined();
  });

  it('went well only where it is done without a reason', () => {
    expect(refreshedBy({ status: 'done', reasonLabel: null })).toEqual({ outcome: 'done' });
    expect(refreshedBy({ status: 'done', reasonLabel })).toEqual({ outcome: 'failed', reason: reasonLabel });
  });

  it.each(['failed', 'stale', 'ignored'] as const)('failed where its row is %s', (status) => {
    expect(refreshedBy({ status, reasonLabel })).toEqual({ outcome: 'failed', reason: reasonLabel });
    expect(refreshedBy({ status, reasonLabel: null })).toEqual({ outcome: 'failed', reason: null });
  });

  it('is parked where the store is off', () => {
    expect(refreshedBy({ status: 'parked', reasonLabel: null })).toEqual({ outcome: 'parked' });
  });
});
