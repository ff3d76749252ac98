import { AppError } from 'shared/errors/app-error';
import type { Retry } from 'shared/errors/retry';
import type { HttpAnswer } from 'shared/http/marketplace-http';
import { parseExactJson } from 'shared/json/parse-exact';
import { z } from 'zod';
import { shopeeErrorCode } from './error-codes.ts';

const EnvelopeSchema = z.object({
  error: z.string().nullish(),
  message: z.string().nullish(),
  request_id: z.string().nullish(),
  response: z.unknown().optional(),
});

const HINT_AT_MOST_MS = 3_600_000;

/** Shopee's HTTP code says little: `error` decides, also with a 200. Gives `response`, or throws by the table of errors. */
export function openEnvelope(answer: HttpAnswer, endpoint: string): unknown {
  const { status } = answer;
  const envelope = EnvelopeSchema.safeParse(readJson(answer, endpoint));
  if (!envelope.success) throw new AppError({ code: 'MARKETPLACE_ANSWER_INVALID', details: { endpoint, status } });
  const { error, message, request_id: requestId, response } = envelope.data;
  if (!error && status < 400) return response;
  const code = shopeeErrorCode(error ?? '', message ?? '', status);
  const details = { endpoint, status, error, message: message?.slice(0, 200), requestId };
  throw new AppError({ code, details, ...hintOf(answer) });
}

/** How long to wait, where the answer says so; a store is not put to sleep for longer than an hour by one header. */
function hintOf({ retryAfterMs }: HttpAnswer): { retry?: Retry } {
  return retryAfterMs === null ? {} : { retry: { afterMs: Math.min(retryAfterMs, HINT_AT_MOST_MS) } };
}

/** A page of HTML or half an answer comes from what stands before Shopee, or from a Shopee that is down. */
function readJson(answer: HttpAnswer, endpoint: string): unknown {
  try {
    return parseExactJson(answer.text);
  } catch {
    const code = answer.status === 429 ? 'MARKETPLACE_RATE_LIMITED' : 'MARKETPLACE_UNAVAILABLE';
    throw new AppError({ code, details: { endpoint, status: answer.status, kind: 'unreadable answer' }, ...hintOf(answer) });
  }
}
