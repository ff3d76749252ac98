import { describe, expect, it } from 'vitest';
import { reportLines } from './report.ts';

const report = {
  orders: 200, pushesSent: 2041, acknowledged: 2041, ordersInCrm: 199, differences: 25, callsPerOrder: 0.97, pushToRowMs: { p50: 40, p95: 66, p99: null },
};
const difference = { shopId: '620000001', orderSn: '260714TESTA001', field: 'totalAmount', expected: '340500', actual: null };

describe('the report of a play', () => {
  it('shows the figures and the first differences', () => {
    const lines = reportLines(report, Array.from({ length: 25 }, () => difference));
    expect(lines).toContain('  push → row in the CRM     p50 40 ms · p95 66 ms · p99 –');
    expect(lines.filter((line) => line.includes('✗'))).toHaveLength(20);
    expect(lines).toContain('  ✗ shop 620000001 order 260714TESTA001: totalAmount is nothing, expected “340500”');
    expect(lines).toContain('  … and 5 more');
  });

  it('shows no list where there is no difference', () => {
    expect(reportLines({ ...report, differences: 0 }, []).join('')).not.toContain('✗');
  });
});
