import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isSignedByShopee } from './shopee.ts';

const VectorsSchema = z.object({
  api_partner_key: z.string(),
  push_partner_key: z.string(),
  vectors: z.array(z.object({ id: z.string(), url: z.string(), body: z.string(), authorization: z.string(), valid: z.boolean() })),
});
const file = path.resolve(import.meta.dirname, '../../test/fixtures/push-signatures.json');
const recorded = VectorsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
const keys = [recorded.push_partner_key, recorded.api_partner_key];
const [first] = recorded.vectors;

describe('isSignedByShopee', () => {
  it.each(recorded.vectors)('says of $id: $valid', ({ url, body, authorization, valid }) => {
    expect(isSignedByShopee({ body: Buffer.from(body), url, authorization, keys })).toBe(valid);
  });

  it.each([undefined, '', 'Bearer x', first?.authorization.toUpperCase(), first?.authorization.slice(1), `${first?.authorization ?? ''} `])(
    'refuses the header %s', (authorization) => {
      expect(isSignedByShopee({ body: Buffer.from(first?.body ?? ''), url: first?.url ?? '', authorization, keys })).toBe(false);
    },
  );

  it('refuses a body of which one byte was changed, and everything when there is no key', () => {
    const push = { url: first?.url ?? '', authorization: first?.authorization ?? '' };
    expect(isSignedByShopee({ ...push, body: Buffer.from(`${first?.body ?? ''} `), keys })).toBe(false);
    expect(isSignedByShopee({ ...push, body: Buffer.from(first?.body ?? ''), keys: [] })).toBe(false);
  });
});
