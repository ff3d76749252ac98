import createClient from 'openapi-fetch';
import { ApiError } from './api-error.ts';
import type { paths } from './api-types.generated.ts';

const TIMEOUT_MS = 10_000;

/** Every call of the web app goes through here; types come from the API's own document. */
export const api = createClient<paths>({
  baseUrl: '/',
  fetch: async (request) => {
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    try {
      return await fetch(request, { signal: AbortSignal.any([request.signal, timeout]) });
    } catch (error) {
      if (request.signal.aborted) throw error;
      throw new ApiError({ status: 0, code: timeout.aborted ? 'TIMED_OUT' : 'NO_ANSWER' });
    }
  },
});
