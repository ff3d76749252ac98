import type { Retry } from './retry.ts';

type ErrorCodeRow = { status: number; retry: Retry; message: string };

/** Every error code of the house: HTTP status where it reaches HTTP, what to do, and what a person may read. */
export const errorCodes = {
  ENV_INVALID: { status: 500, retry: 'never', message: 'Environment variables are missing or wrong.' },
  VALIDATION_FAILED: { status: 400, retry: 'never', message: 'The request has fields that are missing or wrong.' },
  UNAUTHENTICATED: { status: 401, retry: 'never', message: 'Sign in first.' },
  SIGN_IN_REFUSED: { status: 401, retry: 'never', message: 'E-mail or password is wrong.' },
  TOO_MANY_TRIES: { status: 429, retry: 'never', message: 'Too many wrong tries; wait a quarter of an hour.' },
  FORBIDDEN: { status: 403, retry: 'never', message: 'Your role does not allow this.' },
  NOT_FOUND: { status: 404, retry: 'never', message: 'There is no such thing, or you may not see it.' },
  ORDER_HAS_NO_SOURCE: { status: 409, retry: 'never', message: 'This order comes from no marketplace that can be asked for it.' },
  BODY_TOO_LARGE: { status: 413, retry: 'never', message: 'The body is larger than this address takes.' },
  MEDIA_TYPE_UNSUPPORTED: { status: 415, retry: 'never', message: 'The body must be JSON.' },
  CONFLICT: { status: 409, retry: 'never', message: 'It has changed meanwhile; load it again.' },
  INTERNAL: { status: 500, retry: 'backoff', message: 'Something failed on our side.' },
  OVERLOADED: { status: 503, retry: 'backoff', message: 'Too much at once; send it again.' },
  DATABASE_UNAVAILABLE: { status: 503, retry: 'backoff', message: 'The database does not answer.' },
  QUEUE_UNAVAILABLE: { status: 503, retry: 'backoff', message: 'The queue does not answer.' },
  PAYLOAD_INVALID: { status: 500, retry: 'never', message: 'A job holds a payload that its contract refuses.' },
  PAYLOAD_TOO_NEW: { status: 500, retry: { afterMs: 5_000 }, message: 'A job was written by a newer version.' },
  JOB_UNKNOWN: { status: 500, retry: 'never', message: 'A job has a name that no handler takes.' },
  JSON_UNREADABLE: { status: 400, retry: 'never', message: 'The text is not JSON.' },
  MONEY_INVALID: { status: 400, retry: 'never', message: 'An amount is not a decimal number.' },
  SECRET_UNREADABLE: { status: 500, retry: 'never', message: 'A sealed value cannot be opened with the keys in SECRETS_KEY.' },
  EVENT_GIVEN_UP: { status: 500, retry: 'never', message: 'An inbox row was given up; Retry opens it again.' },
  LANE_HELD: { status: 503, retry: { afterMs: 50 }, message: 'Enough of this store is on its way already.' },
  STORE_NOT_FOUND: { status: 404, retry: 'never', message: 'There is no such store.' },
  MARKETPLACE_TOKEN_DEAD: { status: 502, retry: 'never', message: 'The marketplace wants the store to be authorised again.' },
  MARKETPLACE_TOKEN_EXPIRED: { status: 502, retry: 'backoff', message: 'The access token has run out.' },
  MARKETPLACE_FORBIDDEN: { status: 502, retry: 'never', message: 'The marketplace does not allow this call.' },
  MARKETPLACE_RATE_LIMITED: { status: 502, retry: 'backoff', message: 'The marketplace wants fewer calls.' },
  MARKETPLACE_DAILY_LIMIT: { status: 502, retry: 'backoff', message: 'The calls of the day are used up.' },
  MARKETPLACE_UNAVAILABLE: { status: 502, retry: 'backoff', message: 'The marketplace does not answer.' },
  MARKETPLACE_REFUSED: { status: 502, retry: 'never', message: 'The marketplace refused the call.' },
  MARKETPLACE_UNKNOWN_ERROR: { status: 502, retry: 'backoff', message: 'The marketplace answered with an error that we do not know.' },
  MARKETPLACE_NOT_FOUND: { status: 502, retry: 'never', message: 'The marketplace does not know it.' },
  MARKETPLACE_MISCONFIGURED: { status: 502, retry: 'never', message: 'Our key, clock or address is wrong for the marketplace.' },
  MARKETPLACE_ANSWER_INVALID: { status: 502, retry: 'backoff', message: 'The marketplace answered in a shape that we do not know.' },
} as const satisfies Record<string, ErrorCodeRow>;

export type ErrorCode = keyof typeof errorCodes;
