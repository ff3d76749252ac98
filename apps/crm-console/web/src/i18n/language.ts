export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

const KEY = 'dongbo.language';

export const isLanguage = (text: unknown): text is Language => languages.some((language) => language === text);

export function rememberedLanguage(): Language {
  try {
    const stored = localStorage.getItem(KEY);
    return isLanguage(stored) ? stored : 'vi';
  } catch {
    return 'vi'; // storage is closed to this page
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // storage is closed to this page: the choice lasts as long as the page
  }
}
