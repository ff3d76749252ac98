import { describe, expect, it } from 'vitest';
import { anyText } from '../testing/matchers.ts';
import { createTokens } from './tokens.ts';

function setUp() {
  const state = { nowMs: 1_784_000_000_000 };
  const tokens = createTokens(() => state.nowMs, () => 1);
  const later = (seconds: number): void => {
    state.nowMs += seconds * 1000;
  };
  return { tokens, later };
}
const SHOP = 620_000_001;

describe('tokens', () => {
  it('last four hours', () => {
    const { tokens, later } = setUp();
    const { accessToken } = tokens.issue(SHOP);
    later(4 * 3600 - 1);
    expect(tokens.check(accessToken, SHOP)).toBe('valid');
    later(1);
    expect(tokens.check(accessToken, SHOP)).toBe('expired');
  });

  it('are of one shop only', () => {
    const { tokens } = setUp();
    expect(tokens.check(tokens.issue(SHOP).accessToken, SHOP + 1)).toBe('unknown');
  });

  it('let the old access token live five minutes on after a refresh', () => {
    const { tokens, later } = setUp();
    const first = tokens.issue(SHOP);
    expect(tokens.useRefresh(first.refreshToken, SHOP)).toMatchObject({ accessToken: anyText });
    later(299);
    expect(tokens.check(first.accessToken, SHOP)).toBe('valid');
    later(1);
    expect(tokens.check(first.accessToken, SHOP)).toBe('expired');
  });

  it('refuse a refresh token the second time, of another shop, and after thirty days', () => {
    const { tokens, later } = setUp();
    const { refreshToken } = tokens.issue(SHOP);
    expect(tokens.useRefresh(refreshToken, SHOP + 1)).toBe('refused');
    const next = tokens.useRefresh(refreshToken, SHOP);
    expect(tokens.useRefresh(refreshToken, SHOP)).toBe('refused');
    later(30 * 24 * 3600);
    expect(next === 'refused' ? next : tokens.useRefresh(next.refreshToken, SHOP)).toBe('refused');
  });

  it('take a code once, within ten minutes', () => {
    const { tokens, later } = setUp();
    const { code } = tokens.giveCode(SHOP);
    expect(tokens.useCode(code, SHOP)).not.toBe('refused');
    expect(tokens.useCode(code, SHOP)).toBe('refused');
    const late = tokens.giveCode(SHOP).code;
    later(600);
    expect(tokens.useCode(late, SHOP)).toBe('refused');
  });
});
