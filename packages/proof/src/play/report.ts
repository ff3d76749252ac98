import type { Difference } from '../checker/difference.ts';
import type { Percentiles } from './percentiles.ts';

/** What a play came to: the file that others read. */
export type Report = {
  orders: number;
  pushesSent: number;
  acknowledged: number;
  ordersInCrm: number;
  differences: number;
  callsPerOrder: number;
  pushToRowMs: Percentiles;
};

const DIFFERENCES_SHOWN = 20;
const WIDTH = 26;

/** The same for people: a line a figure, then the first differences. */
export function reportLines(report: Report, differences: readonly Difference[]): string[] {
  const { p50, p95, p99 } = report.pushToRowMs;
  const row = (name: string, value: string): string => `  ${name.padEnd(WIDTH)}${value}`;
  return [
    '',
    row('orders', String(report.orders)),
    row('pushes sent', String(report.pushesSent)),
    row('acknowledged', String(report.acknowledged)),
    row('orders in the CRM', String(report.ordersInCrm)),
    row('differences', String(report.differences)),
    row('calls per order', report.callsPerOrder.toFixed(3)),
    row('push → row in the CRM', `p50 ${msOf(p50)} · p95 ${msOf(p95)} · p99 ${msOf(p99)}`),
    '',
    ...differences.slice(0, DIFFERENCES_SHOWN).map(differenceLine),
    ...(differences.length > DIFFERENCES_SHOWN ? [`  … and ${differences.length - DIFFERENCES_SHOWN} more`] : []),
    ...(differences.length > 0 ? [''] : []),
  ];
}

const msOf = (ms: number | null): string => (ms === null ? '–' : `${ms} ms`);
const valueOf = (value: string | null): string => (value === null ? 'nothing' : `“${value}”`);
const differenceLine = ({ shopId, orderSn, field, expected, actual }: Difference): string =>
  `  ✗ shop ${shopId} order ${orderSn}: ${field} is ${valueOf(actual)}, expected ${valueOf(expected)}`;
