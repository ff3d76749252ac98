import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NumberLiteral, parseExactJson, wire } from './parse-exact.ts';

describe('parseExactJson', () => {
  it.each(['48000', '31.99', '1004.0', '9007199254740993', '123456789012345678901234567890.123', '1e3', '-0'])('keeps %s as it was written', (text) => {
    expect(parseExactJson(`{"amount": ${text}}`)).toEqual({ amount: new NumberLiteral(text) });
  });

  it('leaves text, true, null, lists and objects as they are', () => {
    expect(parseExactJson('{"a":["48000",true,null,{"b":"ợ🎁"}]}')).toEqual({ a: ['48000', true, null, { b: 'ợ🎁' }] });
  });

  it('reads a key named __proto__ as a key', () => {
    expect(Object.keys(parseExactJson('{"__proto__":{"x":1}}') as object)).toEqual(['__proto__']);
  });

  it.each(['', '{', '{"a":1', 'NaN', '<html>'])('says that "%s" is unreadable', (text) => {
    expect(() => parseExactJson(text)).toThrow('JSON_UNREADABLE');
  });

  it('keeps every whole number, however long', () => {
    fc.assert(
      fc.property(fc.bigInt(), (n) => {
        expect(parseExactJson(String(n))).toEqual(new NumberLiteral(String(n)));
      }),
    );
  });
});

describe('wire', () => {
  it('takes an id as a number or as text', () => {
    expect(wire.text.parse(parseExactJson('710000000000000011'))).toBe('710000000000000011');
    expect(wire.text.parse('710000000000000011')).toBe('710000000000000011');
  });

  it('reads epoch seconds, and 0 or null as none', () => {
    expect(['1784000300', '0', 'null', '"1784000300"'].map((text) => wire.epochSeconds.parse(parseExactJson(text)))).toEqual([1784000300, null, null, 1784000300]);
  });

  it('refuses an epoch that is no number', () => {
    expect(wire.epochSeconds.safeParse('soon').success).toBe(false);
  });
});
