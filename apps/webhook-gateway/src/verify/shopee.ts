import { createHmac } from 'node:crypto';
import { constantTimeEqual } from './constant-time-equal.ts';

export type ShopeePush = {
  /** The body, byte for byte: re-serialised JSON breaks the sum. */
  body: Uint8Array;
  /** The callback as typed into Shopee's console, not what a proxy made of it. */
  url: string;
  /** The header `Authorization`: bare hex, no scheme word. */
  authorization: string | undefined;
  /** Push key, then API key: production systems saw both. */
  keys: readonly string[];
};

/** Signature of a push: HMAC-SHA256 in lower hex over `url|body` (open.shopee.com developer-guide/18). Every key is tried, also after a match. */
export function isSignedByShopee({ body, url, authorization = '', keys }: ShopeePush): boolean {
  const matches = keys.map((key) => constantTimeEqual(createHmac('sha256', key).update(`${url}|`).update(body).digest('hex'), authorization));
  return matches.includes(true);
}
