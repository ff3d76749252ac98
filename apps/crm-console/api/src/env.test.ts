import { AppError } from 'shared/errors/app-error';
import { describe, expect, it } from 'vitest';
import { readEnv } from './env.ts';

const right = {
  DATABASE_URL: 'postgresql://dongbo@127.0.0.1/dongbo', REDIS_URL: 'redis://127.0.0.1:6379', SECRETS_KEY: Buffer.alloc(32, 1).toString('base64'),
  PUBLIC_CONSOLE_URL: 'https://crm.example.vn',
};

function faultsOf(source: Record<string, string>): string {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof AppError) return String(error.details['faults']);
  }
  return '';
}

describe('the environment', () => {
  it('has the console’s port and no key, owner or proxy unless given', () => {
    expect(readEnv(right)).toMatchObject({ PORT: 3700 });
    expect(readEnv(right).CONSOLE_API_KEY).toBeUndefined();
  });

  it.each([
    ['CONSOLE_API_KEY', 'short'], ['CONSOLE_ADMIN_EMAIL', 'nobody'], ['CONSOLE_ADMIN_PASSWORD', 'short'], ['TRUST_PROXY', 'true'], ['PUBLIC_CONSOLE_URL', 'crm.example.vn'],
  ])('names %s where it is %j', (name, value) => {
    expect(faultsOf({ ...right, CONSOLE_ADMIN_EMAIL: 'a@example.vn', CONSOLE_ADMIN_PASSWORD: 'long-enough', [name]: value })).toContain(name);
  });

  it('wants e-mail and password of the first owner together', () => {
    expect(faultsOf({ ...right, CONSOLE_ADMIN_EMAIL: 'a@example.vn' })).toContain('CONSOLE_ADMIN_PASSWORD');
  });
});
