import { setTimeout as wait } from 'node:timers/promises';
import type { Child } from './children.ts';

const EVERY_MS = 50;

/** Waits until `probe` says yes. Throws, with the child's last words, when it died or the time is over. */
export async function waitUntilReady(child: Child, probe: () => Promise<boolean>, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (child.isAlive() && Date.now() < deadline) {
    if (await probe().catch(() => false)) return;
    await wait(EVERY_MS);
  }
  const what = child.isAlive() ? `was not ready within ${withinMs / 1_000} s` : 'ended before it was ready';
  throw new Error(`${child.name} ${what}. Its last lines:\n${await child.logTail()}`);
}
