import { collectDefaultMetrics, Registry } from 'prom-client';

/** A service's own registry with the process's metrics; nothing global, so that tests can have many. */
export function createMetrics(service: string): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  return registry;
}
