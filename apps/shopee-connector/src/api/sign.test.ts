import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { signCall } from './sign.ts';

const VectorsSchema = z.object({
  vectors: z.array(
    z.looseObject({
      id: z.string(), kind: z.string(), partner_id: z.number(), path: z.string(), timestamp: z.number(), partner_key: z.string(), sign: z.string(),
      access_token: z.string().optional(), shop_id: z.number().optional(),
    }),
  ),
});
const file = path.resolve(import.meta.dirname, '../../test/fixtures/api-signatures.json');
const { vectors } = VectorsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
// Calls of merchants are for cross-border sellers; we make none.
const ours = vectors.filter(({ kind }) => kind === 'shop' || kind === 'public');

describe('signCall', () => {
  it.each(ours)('signs $id as published', ({ partner_id, partner_key, path: route, timestamp, access_token, shop_id, sign, ...vector }) => {
    const shop = access_token !== undefined && shop_id !== undefined ? { accessToken: access_token, shopId: String(shop_id) } : undefined;
    const signed = signCall({ partnerId: String(partner_id), partnerKey: partner_key, path: route, timestamp, ...(shop && { shop }) });
    expect(signed === sign).toBe(vector['valid'] !== false);
  });
});
