import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '../errors/app-error.ts';
import { databaseEnv, durationOf, httpEnv, originOf, redisEnv, secretsEnv } from './fragments.ts';
import { parseEnv } from './parse-env.ts';

const Schema = z.object({
  ...databaseEnv,
  ...redisEnv,
  ...secretsEnv,
  ...httpEnv(3600),
  PUBLIC_WEBHOOK_URL: originOf('as typed into the marketplaces’ consoles'),
  SWEEP_INTERVAL: durationOf('6m'),
});
const right = {
  DATABASE_URL: 'postgresql://dongbo@127.0.0.1:5432/dongbo',
  REDIS_URL: 'redis://127.0.0.1:6379',
  SECRETS_KEY: Buffer.alloc(32, 1).toString('base64'),
  PUBLIC_WEBHOOK_URL: 'https://hooks.example.vn',
};

function faultsOf(source: Record<string, string>): unknown {
  try {
    parseEnv(Schema, source);
  } catch (error) {
    if (error instanceof AppError) return error.details['faults'];
    throw error;
  }
  return undefined;
}

describe('parseEnv', () => {
  it('gives defaults and typed values, frozen', () => {
    const env = parseEnv(Schema, right);
    expect(env).toMatchObject({ PORT: 3600, SWEEP_INTERVAL: 360_000, DATABASE_POOL_SIZE: 10 });
    expect(env.SECRETS_KEY[0]).toHaveLength(32);
    expect(Object.isFrozen(env)).toBe(true);
  });

  it('names every variable that is wrong at once', () => {
    const faults = faultsOf({ ...right, DATABASE_URL: 'mysql://x', SECRETS_KEY: 'short', PORT: 'http', SWEEP_INTERVAL: 'soon' });
    for (const name of ['DATABASE_URL', 'SECRETS_KEY', 'PORT', 'SWEEP_INTERVAL'])
      expect(faults).toEqual(expect.arrayContaining([expect.stringContaining(name)]));
  });

  it('says of what is missing that it is needed, and how it looks', () => {
    expect(faultsOf({ ...right, SECRETS_KEY: '', PUBLIC_WEBHOOK_URL: '' })).toEqual([
      expect.stringMatching(/^SECRETS_KEY: is needed: 32 bytes/), expect.stringMatching(/^PUBLIC_WEBHOOK_URL: is needed: an origin/),
    ]);
  });

  it('counts a blank value as absent', () => {
    expect(faultsOf({ ...right, DATABASE_URL: ' ' })).toEqual([expect.stringContaining('DATABASE_URL')]);
  });

  it.each(['https://hooks.example.vn/', 'https://hooks.example.vn/path', 'hooks.example.vn'])('refuses %s as an origin', (url) => {
    expect(faultsOf({ ...right, PUBLIC_WEBHOOK_URL: url })).toEqual([expect.stringContaining('PUBLIC_WEBHOOK_URL')]);
  });

  it('takes several keys, so that they can be rotated', () => {
    const two = [1, 2].map((n) => Buffer.alloc(32, n).toString('base64')).join(',');
    expect(parseEnv(Schema, { ...right, SECRETS_KEY: two }).SECRETS_KEY).toHaveLength(2);
  });
});
