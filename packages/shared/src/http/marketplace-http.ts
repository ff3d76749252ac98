import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import got, { RequestError } from 'got';
import { AppError } from '../errors/app-error.ts';

export type HttpAnswer = { status: number; text: string; retryAfterMs: number | null };

/** One HTTP exchange. Throws `AppError MARKETPLACE_UNAVAILABLE` where no whole answer came; any status is an answer. */
export type MarketplaceHttp = {
  get(url: string, query: Readonly<Record<string, string>>): Promise<HttpAnswer>;
  close(): void;
};

const ANSWER_WITHIN_MS = 10_000;

/** got without its own retries (the queue retries) and with the time-out that it lacks; connections are kept. */
export function createMarketplaceHttp(): MarketplaceHttp {
  const agent = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
  const client = got.extend({
    agent,
    retry: { limit: 0 },
    timeout: { request: ANSWER_WITHIN_MS },
    throwHttpErrors: false,
    followRedirect: false,
    headers: { 'user-agent': 'dongbo', accept: 'application/json' },
  });
  return {
    async get(url, query) {
      try {
        const { statusCode, body, headers } = await client.get(url, { searchParams: query });
        return { status: statusCode, text: body, retryAfterMs: retryAfter(headers['retry-after']) };
      } catch (error) {
        // got's error holds the whole address, signature and token included: only its kind goes on.
        const kind = error instanceof RequestError ? error.code : 'UNKNOWN';
        throw new AppError({ code: 'MARKETPLACE_UNAVAILABLE', details: { kind } });
      }
    },
    close() {
      agent.http.destroy();
      agent.https.destroy();
    },
  };
}

/** `Retry-After` in seconds; its other form, a date, is not used by the marketplaces. */
function retryAfter(header: string | undefined): number | null {
  return header && /^\d{1,5}$/.test(header) ? Number(header) * 1000 : null;
}
