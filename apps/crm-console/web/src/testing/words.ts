import i18next, { type TFunction } from 'i18next';
import { en } from '../i18n/en.ts';
import type { Language } from '../i18n/language.ts';
import { vi } from '../i18n/vi.ts';

/** The catalogue's `t` without a page, for tests of words. */
export async function wordsFor(language: Language): Promise<{ t: TFunction; language: Language }> {
  const instance = i18next.createInstance();
  const t = await instance.init({ resources: { vi: { translation: vi }, en: { translation: en } }, lng: language, interpolation: { escapeValue: false } });
  return { t, language };
}
