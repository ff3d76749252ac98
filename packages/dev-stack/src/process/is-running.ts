import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether the process is alive and its command line holds `word`: a number alone may be another program's by now. */
export function isRunning(pid: number, word: string): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    return commandLine(pid).includes(word);
  } catch {
    return false;
  }
}

function commandLine(pid: number): string {
  if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
}
