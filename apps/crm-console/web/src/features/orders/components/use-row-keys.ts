import { useHotkeys } from '@mantine/hooks';
import { type RefObject, useRef } from 'react';

type RowKeys = { scroller: RefObject<HTMLElement | null>; count: number; scrollTo: (index: number) => void };

/** `j` and `k` move the focus from row to row; Enter follows the row's link by itself. */
export function useRowKeys({ scroller, count, scrollTo }: RowKeys): void {
  const last = useRef(-1);

  const move = (by: number): void => {
    const focused = document.activeElement?.closest('[data-index]')?.getAttribute('data-index');
    const from = focused === null || focused === undefined ? last.current : Number(focused);
    const index = Math.min(Math.max(from + by, 0), count - 1);
    if (index < 0) return;
    last.current = index;
    scrollTo(index);
    focusRow(scroller.current, index, 10);
  };
  useHotkeys([['j', () => move(1)], ['k', () => move(-1)]]);
}

/** A row that comes into view is drawn in one of the next frames. */
function focusRow(root: HTMLElement | null, index: number, framesLeft: number): void {
  const link = root?.querySelector<HTMLElement>(`[data-index="${index}"] [data-row-link]`);
  if (link) link.focus({ preventScroll: true });
  else if (framesLeft > 0) requestAnimationFrame(() => focusRow(root, index, framesLeft - 1));
}
