export type DescribedError = { type: string; message: string; stack?: string; code?: string; cause?: DescribedError | string };

/** A cause chain is short; one that is not, or bites its tail, must not fill a log. */
const CAUSES_AT_MOST = 5;

/**
 * What a log may know of an error. Libraries hang what they were doing on it (ioredis the command with its arguments, got the request),
 * and with that go a buyer's words: so nothing but this is taken.
 */
export function describeError(error: unknown, causes = CAUSES_AT_MOST): DescribedError | string {
  if (!(error instanceof Error)) return `not an error: ${typeof error}`;
  const code = 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? String(error.code) : undefined;
  return {
    type: error.name,
    message: error.message,
    ...(error.stack !== undefined && { stack: error.stack }),
    ...(code !== undefined && { code }),
    ...(error.cause !== undefined && causes > 0 && { cause: describeError(error.cause, causes - 1) }),
  };
}
