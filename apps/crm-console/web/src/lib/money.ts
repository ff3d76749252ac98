import type { Language } from '../i18n/language.ts';

const marks = { vi: { group: '.', decimal: ',' }, en: { group: ',', decimal: '.' } } as const;
const NARROW = '\u00a0';

/** `1234500` → `1.234.500`; digits are moved as text, never through a number. */
export function formatDecimal(text: string, language: Language): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return text;
  const [, sign, whole = '', fraction = ''] = match;
  const kept = fraction.replace(/0+$/, '');
  const { group, decimal } = marks[language];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return `${sign ? '−' : ''}${grouped}${kept ? decimal + kept : ''}`;
}

/** An amount with its currency: `1.234.500 ₫`, in English `₫1,234,500`; another currency by its code. */
export function formatMoney(text: string | null, currency: string | null, language: Language): string {
  if (text === null) return '—';
  const number = formatDecimal(text, language);
  if (currency === null) return number;
  if (currency !== 'VND') return `${number}${NARROW}${currency}`;
  if (language === 'vi') return `${number}${NARROW}₫`;
  return number.startsWith('−') ? `−₫${number.slice(1)}` : `₫${number}`;
}

/** A count or a quantity: `12.486`, `1,5`. */
export const formatNumber = (value: number, language: Language): string => formatDecimal(String(value), language);
