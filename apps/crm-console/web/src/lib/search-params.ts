/** Addresses as people read them: plain words, lists with commas; nothing is JSON. */
export function stringifySearch(search: Record<string, unknown>): string {
  const parts = Object.entries(search).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? value.join(',') : typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    return text === '' ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%2F', '/')}`];
  });
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

export const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));
