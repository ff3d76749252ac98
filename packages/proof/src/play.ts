import { writeFileSync } from 'node:fs';
import pg from 'pg';
import { z } from 'zod';
import { checkShopee } from './checker/check-shopee.ts';
import { type Settled, waitUntilSettled } from './checker/settle.ts';
import { percentilesOf } from './play/percentiles.ts';
import { pushToRowMs } from './play/push-to-row.ts';
import { type Report, reportLines } from './play/report.ts';
import { createSandboxControl, type Played, type SandboxStats } from './play/sandbox-control.ts';

export type PlayAndCheckOptions = {
  orders: number;
  sandboxUrl: string;
  databaseUrl: string;
  /** Where the figures go, as JSON. */
  reportFile: string;
  print: (line: string) => void;
};

/** Time to end after the last push, and on top of it for each order. */
const SETTLE_MS = 60_000;
const SETTLE_MS_AN_ORDER = 20;

/** Lets the sandbox play orders through their lives, waits until all of them are written, and compares each with the CRM. */
export async function playAndCheck({ orders, sandboxUrl, databaseUrl, reportFile, print }: PlayAndCheckOptions): Promise<{ differences: number }> {
  const control = createSandboxControl(sandboxUrl);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const before = await control.stats();
    const since = await databaseNow(client);
    print(`  … ${orders} orders live their lives`);
    const played = await control.play({ orders });
    print(playedLine(played));
    const settled = await waitUntilSettled({ databaseUrl, since, deadlineMs: SETTLE_MS + orders * SETTLE_MS_AN_ORDER });
    for (const line of settledLines(settled)) print(line);
    const after = await control.stats();
    const { differences, ...checked } = await checkShopee({ sandboxUrl, databaseUrl, fromCursor: before.orders, since });
    const measured = percentilesOf(await pushToRowMs(client, sandboxUrl, before.orders));
    const report: Report = {
      orders: checked.orders,
      pushesSent: after.pushesSent - before.pushesSent,
      acknowledged: after.acknowledged - before.acknowledged,
      ordersInCrm: checked.ordersInCrm,
      differences: differences.length,
      callsPerOrder: round((callsOf(after) - callsOf(before)) / Math.max(1, checked.orders)),
      pushToRowMs: measured,
    };
    for (const line of reportLines(report, differences)) print(line);
    writeFileSync(reportFile, `${JSON.stringify(report, null, 2)}\n`);
    return { differences: differences.length };
  } finally {
    await client.end();
  }
}

const callsOf = ({ apiCalls }: SandboxStats): number => Object.values(apiCalls).reduce((sum, calls) => sum + calls, 0);
const round = (value: number): number => Math.round(value * 10_000) / 10_000;

const playedLine = ({ moves, pushes, seconds, lost, pending }: Played): string =>
  `  … ${moves} moves, ${pushes} pushes in ${seconds} s${lost + pending > 0 ? `; never acknowledged: ${lost + pending}` : ''}`;

function settledLines(settled: Settled): string[] {
  if (settled.settled) return [`  … the inbox was empty ${settled.waitedMs} ms later`];
  const rows = settled.rows.map(({ id, key, attempts, reason }) => `    row ${id}, order ${key}, ${attempts} attempts${reason ? `, ${reason}` : ''}`);
  return [`  ✗ ${settled.open} rows of the inbox are open after ${settled.waitedMs} ms; the oldest:`, ...rows];
}

async function databaseNow(client: pg.Client): Promise<string> {
  const { rows } = await client.query('SELECT clock_timestamp() AS now');
  return z.tuple([z.object({ now: z.date() })]).parse(rows)[0].now.toISOString();
}
