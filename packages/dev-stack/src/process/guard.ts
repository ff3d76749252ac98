/**
 * A small process beside the stack: it ends what the stack started when the stack itself dies without a word
 * (kill -9, out of memory, a CI job that is cut off), so that no PostgreSQL, Redis or service stays behind.
 * The stack holds its standard input open and writes `+<pid> <signal>` and `-<pid>`; end of input is the alarm.
 */
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

const KILL_AFTER_MS = 5_000;
const watched = new Map<number, NodeJS.Signals>();

// Ctrl-C in a terminal reaches this process too; only the end of input may end it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

function signalAll(override?: NodeJS.Signals): void {
  for (const [pid, signal] of watched) {
    try {
      process.kill(pid, override ?? signal);
    } catch {
      watched.delete(pid);
    }
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const [, action, pid, signal] = /^([+-])(\d+)(?: (SIG\w+))?$/.exec(line) ?? [];
  if (action === '+') watched.set(Number(pid), (signal ?? 'SIGTERM') as NodeJS.Signals);
  if (action === '-') watched.delete(Number(pid));
}

signalAll();
for (const end = Date.now() + KILL_AFTER_MS; watched.size > 0 && Date.now() < end; ) {
  await wait(100);
  for (const pid of watched.keys()) if (!isAlive(pid)) watched.delete(pid);
}
signalAll('SIGKILL');

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
