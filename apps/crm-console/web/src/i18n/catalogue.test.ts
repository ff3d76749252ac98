import { expect, it } from 'vitest';
import { en } from './en.ts';
import { vi } from './vi.ts';

const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort();

function flat(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => (typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`)));
}

it('says in both languages the same things', () => {
  const english = new Map(flat(en));
  const differing = flat(vi).filter(([key, text]) => placeholders(english.get(key) ?? '').join() !== placeholders(text).join());
  expect(differing.map(([key]) => key)).toEqual([]);
});
