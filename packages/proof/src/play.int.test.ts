import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playAndCheck } from './play.ts';
import { aCrmOrder, anEntryJson } from './testing/an-order.ts';
import { createCrmDatabase, type CrmDatabase } from './testing/crm-database.ts';
import { startFakeSandbox } from './testing/fake-sandbox.ts';

const played = { orders: 1, moves: 4, pushes: 3, acknowledged: 3, lost: 0, dropped: 0, pending: 0, seconds: 0.1 };
const statsOf = (orders: number, pushesSent: number, calls: number) => ({
  orders, pushesSent, acknowledged: pushesSent - 1, apiCalls: { get_order_detail: calls, get_tracking_number: 1 },
});

describe('playAndCheck', () => {
  let crm: CrmDatabase;
  const folder = mkdtempSync(path.join(tmpdir(), 'dongbo-report-'));
  beforeAll(async () => {
    crm = await createCrmDatabase();
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await crm.drop();
  });

  it('reports the figures of this play alone', async ({ onTestFinished }) => {
    // The ledger has an order from before, of which the CRM has nothing.
    const entries = [anEntryJson(['260714TESTA001', '260714BEFORE1'])];
    const sandbox = await startFakeSandbox({
      entries,
      stats: [statsOf(1, 100, 50), statsOf(2, 103, 52)],
      onPlay: () => {
        entries.push(anEntryJson());
        return played;
      },
    });
    onTestFinished(sandbox.close);
    await crm.addOrder(aCrmOrder({ totalAmount: '1' }));
    const reportFile = path.join(folder, 'report.json');
    const lines: string[] = [];
    const result = await playAndCheck({ orders: 1, sandboxUrl: sandbox.url, databaseUrl: crm.url, reportFile, print: (line) => lines.push(line) });
    expect(result).toEqual({ differences: 1 });
    // Of three status pushes two have a row, each written 1.5 s after its move: one push went out half a second after it.
    expect(JSON.parse(readFileSync(reportFile, 'utf8'))).toEqual({
      orders: 1, pushesSent: 3, acknowledged: 3, ordersInCrm: 1, differences: 1, callsPerOrder: 2, pushToRowMs: { p50: 1_000, p95: 1_500, p99: 1_500 },
    });
    expect(lines.join('\n')).toContain('totalAmount is “1”, expected “340500”');
  });
});
