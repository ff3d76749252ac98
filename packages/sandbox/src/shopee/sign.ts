import { createHmac, timingSafeEqual } from 'node:crypto';

/** Open Platform v2 signing, from the documentation (developer-guide/16) and of our own: no code is shared with what is under test. */
export type Signed = { partnerId: string; path: string; timestamp: string; accessToken?: string; shopId?: string };

export function apiSign(key: string, { partnerId, path, timestamp, accessToken = '', shopId = '' }: Signed): string {
  return hmacHex(key, partnerId + path + timestamp + accessToken + shopId);
}

/** The `Authorization` header of a push (developer-guide/18): over the URL as typed in the console and the raw body. */
export function pushSign(key: string, url: string, body: string): string {
  return hmacHex(key, `${url}|${body}`);
}

export function sameSign(expected: string, given: string): boolean {
  const [first, second] = [Buffer.from(expected), Buffer.from(given)];
  return first.length === second.length && timingSafeEqual(first, second);
}

function hmacHex(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}
