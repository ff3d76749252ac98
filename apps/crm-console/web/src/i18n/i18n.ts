import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import { isLanguage, type Language, rememberedLanguage, rememberLanguage } from './language.ts';
import { vi } from './vi.ts';

/** Starts the catalogue in the remembered language, Vietnamese where none is. */
export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { vi: { translation: vi }, en: { translation: en } },
    lng: rememberedLanguage(),
    fallbackLng: 'vi',
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
  });
  document.documentElement.lang = currentLanguage();
}

export const currentLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : 'vi');

export async function changeLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  rememberLanguage(language);
}
