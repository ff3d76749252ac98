import { useEffect } from 'react';

/** What the browser's tab says; never a buyer's data. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Dongbo`;
  }, [title]);
}
