import { expect } from 'vitest';

/** Vitest's matchers without their `any`. */
export const anyText: unknown = expect.any(String);
export const textLike = (pattern: RegExp): unknown => expect.stringMatching(pattern);
