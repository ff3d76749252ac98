import { useTranslation } from 'react-i18next';
import { isLanguage, type Language } from './language.ts';

/** The catalogue's `t`, and the language that it speaks. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const language: Language = isLanguage(i18n.language) ? i18n.language : 'vi';
  return { t, language };
}
export type Words = ReturnType<typeof useWords>;
