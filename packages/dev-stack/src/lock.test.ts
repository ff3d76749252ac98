import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDataFolder } from './lock.ts';

describe('the lock of a data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'dongbo-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is refused while another stack that is alive holds it', () => {
    writeFileSync(path.join(folder, 'stack.pid'), String(process.ppid));
    expect(() => lockDataFolder(folder)).toThrow(`already runs from this folder (process ${process.ppid})`);
  });

  it.each(['0', '999999999', 'nonsense'])('is taken from a stack that is gone (%s)', (pid) => {
    writeFileSync(path.join(folder, 'stack.pid'), pid);
    lockDataFolder(folder)();
    expect(existsSync(path.join(folder, 'stack.pid'))).toBe(false);
  });
});
