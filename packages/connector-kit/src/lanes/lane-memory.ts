// What a lane has taken and not yet seen written, in Redis, so that nothing is fetched again before the writer has ended it,
// and so that a row which kills its process is noticed. All of it may be lost: then a row is fetched once more than needed.

import type { Redis } from 'ioredis';
import type { RedisConnection } from 'shared/queue/redis';
import { z } from 'zod';

export type MemoryEntry = {
  /** The crm-writes job that carries it, once there is one. */
  jobId: string | null;
  ageMs: number;
  /** How often it was taken with no outcome in between. */
  takes: number;
};
export type LaneMemory = {
  read(): Promise<Map<string, MemoryEntry>>;
  /** Takes those that nobody took since they were read, and gives these. */
  take(wanted: ReadonlyMap<string, MemoryEntry | null>): Promise<Set<string>>;
  handedOver(identities: readonly string[], jobId: string): Promise<void>;
  forget(identities: readonly string[]): Promise<void>;
};

const LIFE_S = 3_600;

/** Redis's own clock, so that no host's matters. Gives "now" and the flat hash. */
const READ = `
local time = redis.call('TIME')
local all = redis.call('HGETALL', KEYS[1])
table.insert(all, 1, string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000)))
return all`;

/** ARGV: life, then per identity: field, takes that the reader saw (0 = none), takes to write. */
const TAKE = `
local time = redis.call('TIME')
local now = string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000))
local won = {}
for i = 2, #ARGV, 3 do
  local stored = redis.call('HGET', KEYS[1], ARGV[i])
  local takes = stored and cjson.decode(stored).takes or 0
  if takes == tonumber(ARGV[i + 1]) then
    redis.call('HSET', KEYS[1], ARGV[i], cjson.encode({ at = now, takes = tonumber(ARGV[i + 2]) }))
    table.insert(won, ARGV[i])
  end
end
redis.call('EXPIRE', KEYS[1], ARGV[1])
return won`;

/** ARGV: job id, then the identities. */
const HAND_OVER = `
for i = 2, #ARGV do
  local stored = redis.call('HGET', KEYS[1], ARGV[i])
  if stored then
    local entry = cjson.decode(stored)
    entry.jobId = ARGV[1]
    redis.call('HSET', KEYS[1], ARGV[i], cjson.encode(entry))
  end
end
return 0`;

const StoredSchema = z.object({ at: z.coerce.number(), takes: z.number(), jobId: z.string().optional() });

export function createLaneMemory(redis: RedisConnection, key: string): LaneMemory {
  // Cluster and Redis have the same commands; their union's overloads do not unify.
  const client = redis as Redis;
  return {
    async read() {
      const [now, ...flat] = z.array(z.string()).parse(await client.eval(READ, 1, key));
      const entries = new Map<string, MemoryEntry>();
      for (let i = 0; i + 1 < flat.length; i += 2) entries.set(flat[i] ?? '', entryOf(flat[i + 1] ?? '', Number(now)));
      return entries;
    },
    async take(wanted) {
      if (wanted.size === 0) return new Set();
      const args = [...wanted].flatMap(([identity, seen]) => [identity, seen?.takes ?? 0, (seen?.takes ?? 0) + 1]);
      return new Set(z.array(z.string()).parse(await client.eval(TAKE, 1, key, LIFE_S, ...args)));
    },
    async handedOver(identities, jobId) {
      if (identities.length > 0) await client.eval(HAND_OVER, 1, key, jobId, ...identities);
    },
    async forget(identities) {
      if (identities.length > 0) await client.hdel(key, ...identities);
    },
  };
}

function entryOf(json: string, now: number): MemoryEntry {
  const { at, takes, jobId } = StoredSchema.parse(JSON.parse(json));
  return { jobId: jobId ?? null, ageMs: now - at, takes };
}
