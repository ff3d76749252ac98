import type { ErrorCode } from 'shared/errors/error-codes';

/** Shopee's `error` word (its last part, without a module's prefix), what its `message` must contain, and what it is to us. */
export type ErrorRow = { error: string; message?: string; code: ErrorCode };

// Shopee API reference and production systems, read 2026-08…10. The same word may mean two things: the first row that fits counts.
export const shopeeErrors: readonly ErrorRow[] = [
  { error: 'error_auth', message: 'permission', code: 'MARKETPLACE_FORBIDDEN' },
  { error: 'error_auth', message: 'access_token', code: 'MARKETPLACE_TOKEN_EXPIRED' },
  { error: 'error_auth', code: 'MARKETPLACE_FORBIDDEN' },
  { error: 'invalid_acceess_token', code: 'MARKETPLACE_TOKEN_EXPIRED' },
  { error: 'invalid_access_token', code: 'MARKETPLACE_TOKEN_EXPIRED' },
  { error: 'error_api_permission', code: 'MARKETPLACE_FORBIDDEN' },
  { error: 'error_permission', code: 'MARKETPLACE_FORBIDDEN' },
  { error: 'error_kyc_auth', code: 'MARKETPLACE_FORBIDDEN' },
  { error: 'source_ip_undeclared', code: 'MARKETPLACE_FORBIDDEN' },
  { error: 'error_shop_refresh_token', code: 'MARKETPLACE_TOKEN_DEAD' },
  { error: 'refresh_token_expired', code: 'MARKETPLACE_TOKEN_DEAD' },
  { error: 'shop_access_expired', code: 'MARKETPLACE_TOKEN_DEAD' },
  { error: 'shop_no_linked', code: 'MARKETPLACE_TOKEN_DEAD' },
  { error: 'partner_shop_no_link', code: 'MARKETPLACE_TOKEN_DEAD' },
  { error: 'shop_banned', code: 'MARKETPLACE_TOKEN_DEAD' },
  { error: 'error_sign', code: 'MARKETPLACE_MISCONFIGURED' },
  { error: 'error_partner_key_expired', code: 'MARKETPLACE_MISCONFIGURED' },
  { error: 'error_param', message: 'timestamp', code: 'MARKETPLACE_MISCONFIGURED' },
  { error: 'error_param', message: 'partner_id', code: 'MARKETPLACE_MISCONFIGURED' },
  { error: 'error_param', message: 'being allocated', code: 'MARKETPLACE_UNAVAILABLE' },
  { error: 'error_param', code: 'MARKETPLACE_REFUSED' },
  { error: 'error_rate_limit', code: 'MARKETPLACE_RATE_LIMITED' },
  { error: 'error_too_many_request', code: 'MARKETPLACE_RATE_LIMITED' },
  { error: 'error_busy', code: 'MARKETPLACE_RATE_LIMITED' },
  { error: 'error_system_busy', code: 'MARKETPLACE_RATE_LIMITED' },
  { error: 'error_limit', message: 'daily', code: 'MARKETPLACE_DAILY_LIMIT' },
  { error: 'error_limit', code: 'MARKETPLACE_REFUSED' },
  { error: 'error_server', code: 'MARKETPLACE_UNAVAILABLE' },
  { error: 'error_network', code: 'MARKETPLACE_UNAVAILABLE' },
  { error: 'error_inner', code: 'MARKETPLACE_UNAVAILABLE' },
  { error: 'error_data', code: 'MARKETPLACE_UNAVAILABLE' },
  { error: 'error_not_found', code: 'MARKETPLACE_NOT_FOUND' },
];

/** What a call's `error` means. Of a word without a row we know nothing: below 500 it may be about what was asked for. */
export function shopeeErrorCode(error: string, message: string, status: number): ErrorCode {
  const word = error.split('.').at(-1) ?? error;
  const row = shopeeErrors.find((candidate) => candidate.error === word && message.toLowerCase().includes(candidate.message ?? ''));
  if (row) return row.code;
  if (status === 429) return 'MARKETPLACE_RATE_LIMITED';
  return status >= 500 ? 'MARKETPLACE_UNAVAILABLE' : 'MARKETPLACE_UNKNOWN_ERROR';
}
