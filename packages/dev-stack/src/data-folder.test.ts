import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { clearDataFolder, dataFolderFor, prepareDataFolder } from './data-folder.ts';

const temporary = (): string => mkdtempSync(path.join(tmpdir(), 'dongbo-folder-'));

describe('the data folder', () => {
  it('lies in the repository', () => {
    expect(dataFolderFor({ root: '/home/lan/dongbo', uid: 1000 })).toBe('/home/lan/dongbo/.dev');
  });

  it('lies where the OS user postgres can read when we are root, one for each checkout', () => {
    const [one, two] = ['/root/dongbo', '/root/second'].map((root) => dataFolderFor({ root, uid: 0 }));
    expect(one).toMatch(/^\/var\/tmp\/dongbo-[0-9a-f]{12}$/);
    expect(two).not.toBe(one);
  });

  it('is refused where somebody else put it there', () => {
    const folder = temporary();
    expect(() => prepareDataFolder(folder, (process.getuid?.() ?? 0) + 1)).toThrow('belongs to somebody else');
    const link = path.join(folder, 'link');
    symlinkSync(folder, link);
    expect(() => prepareDataFolder(link, process.getuid?.())).toThrow('belongs to somebody else');
    rmSync(folder, { recursive: true });
  });

  it('loses on --fresh what the stack has kept, and nothing else', () => {
    const folder = temporary();
    for (const name of ['secrets.json', 'sandbox-shops.json', 'report.json']) writeFileSync(path.join(folder, name), '');
    clearDataFolder(folder);
    expect(readdirSync(folder)).toEqual(['report.json']);
    rmSync(folder, { recursive: true });
  });
});
