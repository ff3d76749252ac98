import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from '../lib/api-error.ts';

/** One cache for the page. A session that has ended leads to the sign-in, whichever call finds out. */
export function createQueries(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown): void => {
    if (error instanceof ApiError && error.code === 'UNAUTHENTICATED') onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // Screens say themselves what failed and when they try again.
      queries: { retry: false, staleTime: 10_000, gcTime: 30 * 60_000, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
}
