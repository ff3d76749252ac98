import { ApiError } from './api-error.ts';
import type { Words } from '../i18n/use-words.ts';

/** Why a call failed, in a sentence for staff; never a code or an exception's name. */
export function causeOf(error: unknown, t: Words['t']): string {
  if (!(error instanceof ApiError)) return t('errors.server');
  if (error.code === 'TIMED_OUT') return t('errors.timedOut');
  if (error.code === 'NO_ANSWER') return t('errors.noAnswer');
  if (error.status === 503) return t('errors.busy');
  if (error.status === 403) return t('errors.forbidden');
  if (error.status === 400) return t('errors.invalid');
  return t('errors.server');
}
