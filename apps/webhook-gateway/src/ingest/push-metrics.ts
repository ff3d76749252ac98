import { Counter, type Registry } from 'prom-client';

/** Counts pushes by how they ended: accepted, overloaded, unavailable, unsigned. */
export function createPushMetrics(registry: Registry, channel: string): (outcome: string) => void {
  const pushes = new Counter({ name: 'webhook_pushes_total', help: 'Pushes by outcome', labelNames: ['channel', 'outcome'], registers: [registry] });
  return (outcome) => pushes.inc({ channel, outcome });
}
