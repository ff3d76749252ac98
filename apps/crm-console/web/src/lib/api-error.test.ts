import { describe, expect, it } from 'vitest';
import { ApiError, mayPass } from './api-error.ts';

describe('trying again by itself', () => {
  it.each([[0, true], [500, true], [503, true], [429, true], [400, false], [403, false], [404, false], [409, false]])('after %i: %s', (status, expected) => {
    expect(mayPass(new ApiError({ status, code: 'X' }))).toBe(expected);
  });

  it('takes what it does not know for passing', () => {
    expect(mayPass(new TypeError('x'))).toBe(true);
  });
});
