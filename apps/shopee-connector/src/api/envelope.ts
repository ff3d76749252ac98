import { AppError } from 'shared/errors/app-error';
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

/** Shopee's HTTP code says little: `error` decides, also with a 200. Gives `response`, or throws by the table of errors. */
export function openEnvelope({ status, text, retryAfterMs }: HttpAnswer, endpoint: string): unknown {
  const envelope = EnvelopeSchema.safeParse(readJson(text, status, endpoint));
  if (!envelope.success) throw new AppError({ code: 'MARKETPLACE_ANSWER_INVALID', details: { endpoint, status } });
  const { error, message, request_id: requestId, response } = envelope.data;
  if (!error && status < 400) return response;
  const code = shopeeErrorCode(error ?? '', message ?? '', status);
  const details = { endpoint, status, error, message: message?.slice(0, 200), requestId };
  throw new AppError({ code, details, ...(retryAfterMs !== null && { retry: { afterMs: retryAfterMs } }) });
}

/** A page of HTML or half an answer comes from what stands before Shopee, or from a Shopee that is down. */
function readJson(text: string, status: number, endpoint: string): unknown {
  try {
    return parseExactJson(text);
  } catch (cause) {
    const code = status === 429 ? 'MARKETPLACE_RATE_LIMITED' : 'MARKETPLACE_UNAVAILABLE';
    throw new AppError({ code, details: { endpoint, status, kind: 'unreadable answer' }, cause });
  }
}
