import { type Clock, secondsOf } from '../clock.ts';
import { hex32 } from './rng.ts';

const ACCESS_S = 4 * 3600;
const OLD_ACCESS_S = 300;
const REFRESH_S = 30 * 24 * 3600;
const CODE_S = 600;

export type TokenPair = { accessToken: string; refreshToken: string; accessExpiresAt: number; refreshExpiresAt: number };
type Access = { shopId: number; expiresAt: number };
type Refresh = { shopId: number; expiresAt: number; used: boolean };
type AccessCheck = 'valid' | 'expired' | 'unknown';

/** Codes (once, 10 minutes), access tokens (4 hours; the old one lives 5 minutes on) and refresh tokens (once, 30 days). */
export type Tokens = ReturnType<typeof createTokens>;

export function createTokens(clock: Clock, seed: () => number) {
  const access = new Map<string, Access>();
  const refresh = new Map<string, Refresh>();
  const codes = new Map<string, { shopId: number; expiresAt: number }>();
  let count = 0;
  const word = (): string => hex32(seed(), (count += 1));

  const issue = (shopId: number): TokenPair => {
    const now = secondsOf(clock);
    for (const [token, held] of access) {
      if (held.expiresAt <= now) access.delete(token);
      else if (held.shopId === shopId) held.expiresAt = Math.min(held.expiresAt, now + OLD_ACCESS_S);
    }
    const pair = { accessToken: word(), refreshToken: word(), accessExpiresAt: now + ACCESS_S, refreshExpiresAt: now + REFRESH_S };
    access.set(pair.accessToken, { shopId, expiresAt: pair.accessExpiresAt });
    refresh.set(pair.refreshToken, { shopId, expiresAt: pair.refreshExpiresAt, used: false });
    return pair;
  };
  const check = (accessToken: string, shopId: number): AccessCheck => {
    const held = access.get(accessToken);
    if (held?.shopId !== shopId) return 'unknown';
    return held.expiresAt > secondsOf(clock) ? 'valid' : 'expired';
  };
  const useRefresh = (refreshToken: string, shopId: number): TokenPair | 'refused' => {
    const held = refresh.get(refreshToken);
    if (held?.shopId !== shopId || held.used || held.expiresAt <= secondsOf(clock)) return 'refused';
    held.used = true;
    return issue(shopId);
  };
  const giveCode = (shopId: number): { code: string; expiresAt: number } => {
    const given = { code: word(), expiresAt: secondsOf(clock) + CODE_S };
    codes.set(given.code, { shopId, expiresAt: given.expiresAt });
    return given;
  };
  const useCode = (code: string, shopId: number): TokenPair | 'refused' => {
    const held = codes.get(code);
    if (held?.shopId !== shopId || held.expiresAt <= secondsOf(clock)) return 'refused';
    codes.delete(code);
    return issue(shopId);
  };
  /** Ends a shop's access tokens now, and its refresh tokens too where the authorisation itself is withdrawn. */
  const end = (shopId: number, what: 'access' | 'all'): void => {
    for (const held of access.values()) if (held.shopId === shopId) held.expiresAt = 0;
    if (what === 'all') for (const held of refresh.values()) if (held.shopId === shopId) held.used = true;
  };
  const clear = (): void => {
    for (const held of [access, refresh, codes]) held.clear();
  };
  return { issue, check, useRefresh, giveCode, useCode, end, clear };
}
