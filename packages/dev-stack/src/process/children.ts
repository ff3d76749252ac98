import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { lastLines } from './last-lines.ts';

export type ChildSpec = {
  name: string;
  command: string;
  args: readonly string[];
  /** The whole environment of the child: nothing is inherited. */
  env: Readonly<Record<string, string>>;
  cwd: string;
  logFile: string;
  /** What asks this program to end in good order. */
  stopSignal: NodeJS.Signals;
  owner?: { uid: number; gid: number } | undefined;
};

export type Exit = { code: number | null; signal: NodeJS.Signals | null };

export type Child = {
  readonly name: string;
  readonly pid: number;
  /** Settles when the process is gone; never rejects. */
  readonly exited: Promise<Exit>;
  isAlive(): boolean;
  signal(signal: NodeJS.Signals): void;
  /** Asks it to end, and ends it by force after `graceMs`. */
  stop(graceMs?: number): Promise<Exit>;
  logTail(lines?: number): Promise<string>;
};

export type Children = { start(spec: ChildSpec): Promise<Child>; close(): void };

const GRACE_MS = 35_000;

/**
 * Starts processes that Ctrl-C in the terminal does not reach (a process group of their own), so that the stack
 * can end them in its own order; the guard ends them should the stack die first.
 */
export function createChildren(): Children {
  const guard = spawn(process.execPath, [fileURLToPath(new URL('guard.ts', import.meta.url))], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    env: {},
  });
  guard.on('error', () => undefined);
  guard.stdin.on('error', () => undefined);
  guard.unref();
  const tell = (line: string): boolean => guard.stdin.write(`${line}\n`);

  return {
    async start(spec) {
      const child = await started(spec);
      tell(`+${child.pid} ${spec.stopSignal}`);
      void child.exited.then(() => tell(`-${child.pid}`));
      return child;
    },
    close() {
      guard.stdin.end();
    },
  };
}

async function started(spec: ChildSpec): Promise<Child> {
  mkdirSync(path.dirname(spec.logFile), { recursive: true });
  const log = openSync(spec.logFile, 'a', 0o600);
  const child = spawn(spec.command, spec.args, {
    cwd: spec.cwd,
    env: spec.env,
    detached: true,
    stdio: ['ignore', log, log],
    ...spec.owner,
  });
  closeSync(log);
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  return toChild(spec, child);
}

function toChild(spec: ChildSpec, child: ChildProcess): Child {
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null;
  const stop = async (graceMs = GRACE_MS): Promise<Exit> => {
    // A process that was paused with SIGSTOP hears nothing else before it goes on.
    child.kill('SIGCONT');
    child.kill(spec.stopSignal);
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    const exit = await exited;
    clearTimeout(timer);
    return exit;
  };
  return {
    name: spec.name,
    pid: child.pid ?? 0,
    exited,
    isAlive,
    signal: (signal) => void child.kill(signal),
    stop: async (graceMs) => (isAlive() ? stop(graceMs) : exited),
    logTail: (lines = 20) => lastLines(spec.logFile, lines),
  };
}
