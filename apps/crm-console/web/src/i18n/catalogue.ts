import type { vi } from './vi.ts';

/** The same keys with other words; where a word counts (`_other`), a language may add its singular (`_one`). */
type Translated<T> = { [K in keyof T]: T[K] extends string ? string : Translated<T[K]> } & {
  [K in keyof T as K extends `${infer Stem}_other` ? `${Stem}_one` : never]?: string;
};

export type Catalogue = Translated<typeof vi>;
