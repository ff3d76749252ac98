import { describe, expect, it } from 'vitest';
import { chooseLanguage, knownKinds, paramsOf, wordsOf } from './catalogue.ts';

const facts = { params: { word: 'READY_TO_RETURN', code: 'A1', reason: 'not_found' }, channel: 'Shopee', store: 'Tiệm Thử', count: 3 };

describe('the words of notifications', () => {
  it.each(knownKinds)('%s has a title, a text and a remedy in both languages, without a gap', (kind) => {
    for (const language of ['vi', 'en'] as const) {
      const words = Object.values(wordsOf(kind, language, facts));
      expect(words).toHaveLength(3);
      for (const text of words) expect(text).toMatch(/^[^?]{10,}$/);
    }
    expect(wordsOf(kind, 'vi', facts)).not.toEqual(wordsOf(kind, 'en', facts));
  });

  it('knows the kinds that are raised', () => {
    expect(knownKinds).toEqual(expect.arrayContaining(['unknown_status', 'order_unavailable', 'event_failed']));
  });

  it('names a known cause in the reader’s language, and another as it came', () => {
    const because = (reason: string) => wordsOf('event_failed', 'vi', { ...facts, params: { reason } }).text;
    expect(because('The marketplace does not answer.')).toContain('Nguyên nhân: sàn không trả lời. ');
    expect(because('error_param: order_sn_list.')).toContain('Nguyên nhân: error_param: order_sn_list. ');
    expect(wordsOf('order_unavailable', 'en', { ...facts, count: 1 }).title).toBe('Shopee does not show order A1');
  });

  it('shows a kind without words by its name', () => {
    expect(wordsOf('brand_new', 'vi', facts)).toEqual({ title: 'brand_new', text: '', remedy: '' });
  });

  it('reads stored facts as texts, and nothing from what is none', () => {
    expect(paramsOf({ word: 'X', n: 3 })).toEqual({ word: 'X', n: '3' });
    expect(paramsOf([1])).toEqual({});
  });

  it.each([
    [undefined, undefined, 'vi'], [undefined, 'en-US,en;q=0.9', 'en'], [undefined, 'fr,vi;q=0.8,en;q=0.5', 'vi'], [undefined, 'vi;q=0.1,en;q=0.5', 'en'],
    ['vi', 'en', 'vi'], ['en', 'vi', 'en'], [undefined, '*', 'vi'], [undefined, ';;q=,', 'vi'],
  ] as const)('lang %s and Accept-Language %s choose %s', (lang, header, expected) => {
    expect(chooseLanguage(lang, header)).toBe(expected);
  });
});
