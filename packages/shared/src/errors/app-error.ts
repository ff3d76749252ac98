import { type ErrorCode, errorCodes } from './error-codes.ts';
import type { Retry } from './retry.ts';

export type AppErrorOptions = {
  code: ErrorCode;
  /** Without it, the code's own row in `error-codes.ts` decides. */
  retry?: Retry;
  /** Facts for the log, ids only: no payload, token, name, phone or address. */
  details?: Record<string, unknown>;
  /** What engineers should read behind the code's message; no personal data. */
  note?: string;
  cause?: unknown;
};

/** The one error class of the house: unexpected failures are thrown as this, expected results are returned as unions. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly retry: Retry;
  readonly publicMessage: string;
  readonly details: Record<string, unknown>;

  constructor({ code, retry, details = {}, note, cause }: AppErrorOptions) {
    const row = errorCodes[code];
    super(`${code}: ${row.message}${note ? ` ${note}` : ''}`, { cause });
    this.name = 'AppError';
    this.code = code;
    this.retry = retry ?? row.retry;
    this.publicMessage = row.message;
    this.details = details;
  }
}
