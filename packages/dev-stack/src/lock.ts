import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isRunning } from './process/is-running.ts';

/** One stack a data folder. Gives back what releases it; throws where another stack that is alive holds it. */
export function lockDataFolder(folder: string): () => void {
  const file = path.join(folder, 'stack.pid');
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (holder !== process.pid && isRunning(holder, 'node')) throw new Error(`Dongbo already runs from this folder (process ${holder}): end that one first (Ctrl-C there, or kill ${holder}).`);
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}
