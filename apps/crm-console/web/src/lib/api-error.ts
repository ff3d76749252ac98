import type { components } from './api-types.generated.ts';

type ErrorBody = components['schemas']['Error'];

export type ApiErrorFacts = { status: number; code: string; requestId?: string | undefined; retryAfterSeconds?: number | undefined };

/** A call that failed: refused by the API (`status` and the house's code), or without an answer (`status` 0). */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor({ status, code, requestId, retryAfterSeconds }: ApiErrorFacts) {
    super(`${status} ${code}`);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.requestId = requestId;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Whether the same call may go well later: what the API refused as wrong, it refuses again. */
export const mayPass = (error: unknown): boolean => !(error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429);

/** An interval of polling that ends with a refusal. */
export const pollEvery = (ms: number) => ({ state }: { state: { error: Error | null } }): number | false => (mayPass(state.error) ? ms : false);

/** The answer's data, or the error that it carries; an error that is not in the house's shape comes from something between. */
export function unwrap<T>({ data, error, response }: { data?: T | undefined; error?: ErrorBody | undefined; response: Response }): T {
  if (response.ok && data !== undefined) return data;
  const told = typeof error === 'object' ? error.error : undefined;
  throw new ApiError({
    status: response.status,
    code: told?.code ?? 'NO_ANSWER',
    requestId: told?.requestId ?? response.headers.get('x-request-id') ?? undefined,
    retryAfterSeconds: Number(response.headers.get('retry-after')) || undefined,
  });
}
