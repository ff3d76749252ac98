import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { paths } from '../config/paths.ts';
import { meQuery } from '../features/session/api/me.ts';
import { ApiError } from '../lib/api-error.ts';

/** So long the page waits to know who is there; a slow server must not keep the frame away. */
const PATIENCE_MS = 300;

/** Without a session to the sign-in, and back to where one was going. */
export async function requireSession(queries: QueryClient, href: string): Promise<void> {
  const asked = queries.ensureQueryData(meQuery).then(
    () => true,
    (error: unknown) => !(error instanceof ApiError && error.code === 'UNAUTHENTICATED'),
  );
  const mayGoOn = await Promise.race([asked, new Promise<true>((resolve) => setTimeout(resolve, PATIENCE_MS, true))]);
  if (!mayGoOn) redirect({ to: paths.signIn, search: { next: href }, replace: true, throw: true });
}
