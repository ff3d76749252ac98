import { createHmac } from 'node:crypto';

/** What a shop's call is signed with; a public call has no shop. */
export type Signed = {
  partnerId: string;
  partnerKey: string;
  /** With `/api/v2`. */
  path: string;
  /** Seconds; Shopee takes five minutes to either side. */
  timestamp: number;
  shop?: { accessToken: string; shopId: string };
};

/** `sign` of a call (developer-guide/16): HMAC-SHA256 in lower hex over the parts without separators; the key is used as text. */
export function signCall({ partnerId, partnerKey, path, timestamp, shop }: Signed): string {
  const base = `${partnerId}${path}${timestamp}${shop ? `${shop.accessToken}${shop.shopId}` : ''}`;
  return createHmac('sha256', partnerKey).update(base).digest('hex');
}
