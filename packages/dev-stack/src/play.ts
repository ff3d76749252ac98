import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { playAndCheck } from 'proof/play';
import { repositoryRoot } from './plan.ts';
import type { Stack } from './stack.ts';

/** Plays orders through the sandbox and compares each with the CRM; gives the number of differences. */
export async function play(stack: Stack, orders: number, print: (line: string) => void): Promise<number> {
  const reportFile = path.join(repositoryRoot, '.dev/report.json');
  mkdirSync(path.dirname(reportFile), { recursive: true });
  const { differences } = await playAndCheck({
    orders,
    sandboxUrl: stack.urls.http['sandbox'] ?? '',
    databaseUrl: stack.urls.database,
    reportFile,
    print,
  });
  return differences;
}
