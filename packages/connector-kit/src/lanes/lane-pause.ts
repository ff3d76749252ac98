import type { Redis } from 'ioredis';
import type { RedisConnection } from 'shared/queue/redis';
import { z } from 'zod';

/** A call that failed whole is the lane's: it makes none before a time that grows with each failure in a row; no row's attempt is spent. */
export type LanePause = {
  /** Milliseconds until the lane may call again; 0 = now. */
  remainingMs(): Promise<number>;
  failuresInARow(): Promise<number>;
  /** Counts a failure and sets the pause; `atLeastMs` is the marketplace's own hint. Gives the pause. */
  afterFailure(atLeastMs: number | null): Promise<number>;
  afterSuccess(): Promise<void>;
};

const FIRST_MS = 1_000;
/** A store with one bad code alone in its lane must not make the next push wait for long. */
const AT_MOST_MS = 60_000;

/** KEYS: not-before, failures. ARGV: first, most, hint, jitter (0.5–1). */
const FAIL = `
local failures = redis.call('INCR', KEYS[2])
redis.call('PEXPIRE', KEYS[2], 3600000)
local pause = math.min(tonumber(ARGV[2]), tonumber(ARGV[1]) * 2 ^ math.min(failures - 1, 20)) * tonumber(ARGV[4])
pause = math.floor(math.max(pause, tonumber(ARGV[3])))
redis.call('SET', KEYS[1], '1', 'PX', pause)
return pause`;

export function createLanePause(redis: RedisConnection, keys: { notBefore: string; failures: string }): LanePause {
  const client = redis as Redis;
  return {
    async remainingMs() {
      return Math.max(0, await client.pttl(keys.notBefore));
    },
    async failuresInARow() {
      return Number((await client.get(keys.failures)) ?? 0);
    },
    async afterFailure(atLeastMs) {
      const jitter = 0.5 + Math.random() / 2;
      return z.number().parse(await client.eval(FAIL, 2, keys.notBefore, keys.failures, FIRST_MS, AT_MOST_MS, atLeastMs ?? 0, jitter));
    },
    async afterSuccess() {
      await client.del(keys.failures);
    },
  };
}
