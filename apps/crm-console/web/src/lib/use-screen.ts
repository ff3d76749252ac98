import { useMediaQuery } from '@mantine/hooks';

const now = { getInitialValueInEffect: false };

/** Phones: bottom bar, sheets, 44 px to touch. */
export const useIsPhone = (): boolean => useMediaQuery('(max-width: 767px)', false, now) ?? false;
/** The menu is icons alone. */
export const useIsNarrow = (): boolean => useMediaQuery('(max-width: 1099px)', false, now) ?? false;
/** Too narrow for a table: rows become cards. */
export const useHasCards = (): boolean => useMediaQuery('(max-width: 979px)', false, now) ?? false;
