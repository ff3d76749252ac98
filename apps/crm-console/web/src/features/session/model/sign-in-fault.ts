import type { Words } from '../../../i18n/use-words.ts';
import { ApiError } from '../../../lib/api-error.ts';

/** Why a sign-in failed: one sentence, the same for a wrong password and an unknown e-mail. */
export function signInFault(error: unknown, t: Words['t']): string {
  if (!(error instanceof ApiError)) return t('signIn.failed');
  if (error.status === 429) return t('signIn.locked', { count: Math.max(1, Math.ceil((error.retryAfterSeconds ?? 900) / 60)) });
  if (error.code === 'SIGN_IN_REFUSED' || error.status === 400) return t('signIn.wrong');
  if (error.status === 0) return t('signIn.noAnswer');
  return t('signIn.failed');
}
