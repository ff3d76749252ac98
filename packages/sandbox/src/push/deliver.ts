import { Pool } from 'undici';
import { pushSign } from '../shopee/sign.ts';

const ROUTE = '/webhooks/shopee';

type DeliverOptions = { targetOrigin: string; signedOrigin: string; key: string; timeoutMs: number; connections: number };
export type Deliver = { post(body: string): Promise<boolean>; close(): Promise<void> };

/** One attempt. Delivered = 2xx, empty body, within the time: Shopee counts a body as failure. Signed over the public URL, sent to the target. */
export function createDeliver(options: DeliverOptions): Deliver {
  const { targetOrigin, signedOrigin, key, timeoutMs, connections } = options;
  const url = signedOrigin + ROUTE;
  const pool = new Pool(targetOrigin, { connections, headersTimeout: timeoutMs, bodyTimeout: timeoutMs, connect: { timeout: timeoutMs } });
  return {
    post: async (body) => {
      const started = performance.now();
      try {
        const headers = { 'content-type': 'application/json', authorization: pushSign(key, url, body) };
        const answer = await pool.request({ path: ROUTE, method: 'POST', headers, body });
        const text = await answer.body.text();
        return answer.statusCode >= 200 && answer.statusCode < 300 && text === '' && performance.now() - started <= timeoutMs;
      } catch {
        return false;
      }
    },
    close: () => pool.destroy(),
  };
}
