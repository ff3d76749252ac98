import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from 'shared/errors/app-error';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openEnvelope } from './envelope.ts';

const CasesSchema = z.object({ cases: z.array(z.object({ http: z.number(), body: z.looseObject({ error: z.string() }) })) });
const file = path.resolve(import.meta.dirname, '../../test/fixtures/errors.json');
const { cases } = CasesSchema.parse(JSON.parse(await readFile(file, 'utf8')));

const open = (status: number, text: string, retryAfterMs: number | null = null) => openEnvelope({ status, text, retryAfterMs }, '/api/v2/x');
function failureOf(status: number, text: string, retryAfterMs: number | null = null): AppError {
  try {
    open(status, text, retryAfterMs);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new TypeError('it did not fail');
}

describe('openEnvelope', () => {
  it('gives the response of a success', () => {
    expect(open(200, '{"error":"","message":"","response":{"order_list":[]}}')).toEqual({ order_list: [] });
  });

  it.each([
    ['error_auth', 'MARKETPLACE_TOKEN_EXPIRED'],
    ['invalid_acceess_token', 'MARKETPLACE_TOKEN_EXPIRED'],
    ['error_api_permission', 'MARKETPLACE_FORBIDDEN'],
    ['shop_access_expired', 'MARKETPLACE_TOKEN_DEAD'],
    ['error_shop_refresh_token', 'MARKETPLACE_TOKEN_DEAD'],
    ['error_sign', 'MARKETPLACE_MISCONFIGURED'],
    ['error_param', 'MARKETPLACE_MISCONFIGURED'],
    ['error_rate_limit', 'MARKETPLACE_RATE_LIMITED'],
    ['error_limit', 'MARKETPLACE_DAILY_LIMIT'],
    ['error_server', 'MARKETPLACE_UNAVAILABLE'],
    ['error_not_found', 'MARKETPLACE_NOT_FOUND'],
    ['logistics.error_param', 'MARKETPLACE_UNAVAILABLE'],
    ['product.error_param', 'MARKETPLACE_REFUSED'],
  ])('reads the recorded %s as %s, whatever the HTTP code', (word, code) => {
    const recorded = cases.find(({ body }) => body.error === word);
    for (const status of [200, recorded?.http ?? 0]) expect(failureOf(status, JSON.stringify(recorded?.body)).code).toBe(code);
  });

  it('tells a missing permission from a token that ran out, though Shopee has one word for both', () => {
    expect(failureOf(403, '{"error":"error_auth","message":"No permission to current api"}').code).toBe('MARKETPLACE_FORBIDDEN');
  });

  it.each([
    ['a page of HTML', 502, '<html>Bad gateway</html>'],
    ['half an answer', 200, '{"error":"","response":{"order_l'],
    ['nothing', 200, ''],
  ])('takes %s as an outage', (_, status, text) => {
    expect(failureOf(status, text).code).toBe('MARKETPLACE_UNAVAILABLE');
  });

  it('waits as long as a 429 says', () => {
    expect(failureOf(429, '{"error":"error_rate_limit","message":""}', 7_000)).toMatchObject({ code: 'MARKETPLACE_RATE_LIMITED', retry: { afterMs: 7_000 } });
    expect(failureOf(429, 'slow down')).toMatchObject({ code: 'MARKETPLACE_RATE_LIMITED', retry: 'backoff' });
    expect(failureOf(429, '<html>slow down</html>', 30_000)).toMatchObject({ retry: { afterMs: 30_000 } });
    expect(failureOf(429, '{}', 99_999_000)).toMatchObject({ retry: { afterMs: 3_600_000 } });
  });

  it('does not take an answer without its word for a success when the HTTP code says otherwise', () => {
    expect(failureOf(500, '{}').code).toBe('MARKETPLACE_UNAVAILABLE');
    expect(failureOf(404, '{}').code).toBe('MARKETPLACE_UNKNOWN_ERROR');
  });

  it('refuses nothing for good by a word that it does not know', () => {
    expect(failureOf(200, '{"error":"error_of_tomorrow","message":""}').code).toBe('MARKETPLACE_UNKNOWN_ERROR');
  });
});
