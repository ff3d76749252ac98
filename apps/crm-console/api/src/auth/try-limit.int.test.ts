import { connectRedis } from 'shared/queue/redis';
import { silentLog } from 'shared/testing/log';
import { createTestRedis } from 'shared/testing/redis';
import { afterAll, describe, expect, it } from 'vitest';
import { ACCOUNT_TRIES, createTryLimit } from './try-limit.ts';

const redis = createTestRedis();
const limit = createTryLimit(redis.connect('worker'), redis.namespace);
afterAll(() => redis.close());

describe('the limit of wrong tries', () => {
  it('begins anew after a right one, however the e-mail is written', async () => {
    const wrong = { account: ' Lan@Example.vn', address: '203.0.113.1' };
    for (let n = 1; n < ACCOUNT_TRIES; n += 1) expect(await limit.begin(wrong)).toEqual({ outcome: 'may-try' });
    await limit.begin({ ...wrong, account: 'lan@example.vn' });
    await limit.succeed(wrong);
    expect(await limit.begin(wrong)).toEqual({ outcome: 'may-try' });
  });

  it('passes no more than its number when many try at once', async () => {
    const verdicts = await Promise.all(Array.from({ length: 50 }, () => limit.begin({ account: 'many@example.vn', address: '203.0.113.2' })));
    expect(verdicts.filter(({ outcome }) => outcome === 'may-try')).toHaveLength(ACCOUNT_TRIES);
  });

  it('stops an address that tries many accounts, and says for how long', async () => {
    const tryOne = (n: number) => limit.begin({ account: `guess-${n}@example.vn`, address: '203.0.113.3' });
    const verdicts = await Promise.all(Array.from({ length: 80 }, (_, n) => tryOne(n)));
    const locked = verdicts.flatMap((verdict) => (verdict.outcome === 'locked' ? [verdict.retryAfterSeconds] : []));
    expect(locked).toHaveLength(20);
    for (const seconds of locked) expect(seconds).toBeGreaterThan(0);
    expect(await limit.begin({ account: 'guess-1@example.vn', address: '203.0.113.4' })).toEqual({ outcome: 'may-try' });
  });

  it('lets nobody try while Redis is away', async () => {
    const away = connectRedis('redis://127.0.0.1:1', 'producer', silentLog);
    await expect(createTryLimit(away).begin({ account: 'a@example.vn', address: '203.0.113.5' })).rejects.toThrow();
    away.disconnect();
  });
});
