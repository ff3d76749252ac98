import type { RedisConnection } from 'shared/queue/redis';
import { createHash } from 'node:crypto';

/** So many wrong tries for one account, or from one address, and both wait: a guesser learns nothing more, right or wrong. */
const LIMITS = { account: 8, address: 60 } as const;
const WINDOW_SECONDS = 15 * 60;

export type Try = { account: string; address: string };
export type TryVerdict = { outcome: 'may-try' } | { outcome: 'locked'; retryAfterSeconds: number };

export type TryLimit = {
  /** Counts a try before it is made, so that many at once cannot pass. Throws while Redis is away: nobody guesses meanwhile. */
  begin(attempt: Try): Promise<TryVerdict>;
  /** It was right: the account's count begins anew, and the address is not charged. */
  succeed(attempt: Try): Promise<void>;
};

/** Counted in Redis over all replicas. The window runs from the first wrong try. */
export function createTryLimit(redis: RedisConnection, namespace = ''): TryLimit {
  const keyOf = (kind: keyof typeof LIMITS, value: string): string =>
    `${namespace}console:tries:${kind}:${createHash('sha256').update(value.trim().toLowerCase()).digest('base64url')}`;
  async function count(key: string): Promise<{ tries: number; ttl: number }> {
    await redis.set(key, 0, 'EX', WINDOW_SECONDS, 'NX');
    const tries = await redis.incr(key);
    return { tries, ttl: await redis.ttl(key) };
  }
  return {
    async begin({ account, address }) {
      const [byAccount, byAddress] = await Promise.all([count(keyOf('account', account)), count(keyOf('address', address))]);
      if (byAccount.tries <= LIMITS.account && byAddress.tries <= LIMITS.address) return { outcome: 'may-try' };
      const waits = [byAccount.tries > LIMITS.account ? byAccount.ttl : 0, byAddress.tries > LIMITS.address ? byAddress.ttl : 0];
      return { outcome: 'locked', retryAfterSeconds: Math.max(1, ...waits) };
    },
    async succeed({ account, address }) {
      await Promise.all([redis.del(keyOf('account', account)), redis.decr(keyOf('address', address))]);
    },
  };
}

export const ACCOUNT_TRIES = LIMITS.account;
