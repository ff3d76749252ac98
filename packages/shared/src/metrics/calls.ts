import { Counter, Histogram, type Registry } from 'prom-client';

/** Counts and times the calls of a marketplace's API, by endpoint and outcome. */
export function createCallMetrics(registry: Registry, channel: string): (endpoint: string, outcome: string, tookMs: number) => void {
  const calls = new Counter({ name: 'marketplace_calls_total', help: 'Calls of a marketplace’s API', labelNames: ['channel', 'endpoint', 'outcome'], registers: [registry] });
  const seconds = new Histogram({
    name: 'marketplace_call_duration_seconds',
    help: 'How long calls of a marketplace’s API took',
    labelNames: ['channel', 'endpoint'],
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  return (endpoint, outcome, tookMs) => {
    calls.inc({ channel, endpoint, outcome });
    seconds.observe({ channel, endpoint }, tookMs / 1000);
  };
}
