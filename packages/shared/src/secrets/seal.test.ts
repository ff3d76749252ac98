import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSealer } from './seal.ts';

const old = Buffer.alloc(32, 1);
const fresh = Buffer.alloc(32, 2);

describe('sealer', () => {
  it('opens what it sealed, whatever the text', () => {
    const sealer = createSealer([fresh]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(sealer.open(sealer.seal(text))).toBe(text);
      }),
    );
  });

  it('opens what an older key sealed, and seals with the first', () => {
    const sealed = createSealer([old]).seal('token');
    const rotated = createSealer([fresh, old]);
    expect(rotated.open(sealed)).toBe('token');
    expect(createSealer([fresh]).open(rotated.seal('token'))).toBe('token');
  });

  it('refuses a value whose key is gone', () => {
    expect(() => createSealer([fresh]).open(createSealer([old]).seal('token'))).toThrow('SECRET_UNREADABLE');
  });

  it.each([[5], [20], [40]])('refuses a value that was changed at %d', (at) => {
    const sealer = createSealer([fresh]);
    const sealed = sealer.seal('a token that is long enough');
    const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
    expect(() => sealer.open(changed)).toThrow('SECRET_UNREADABLE');
  });

  it('seals the same text differently each time', () => {
    const sealer = createSealer([fresh]);
    expect(sealer.seal('token')).not.toBe(sealer.seal('token'));
  });
});
