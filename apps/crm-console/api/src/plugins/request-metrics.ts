import fp from 'fastify-plugin';
import { Histogram, type Registry } from 'prom-client';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** How long answers take, by route (never by path: ids would make a series each). */
export const requestMetrics = fp<{ metrics: Registry }>(
  async (app, { metrics }) => {
    const duration = new Histogram({
      name: 'http_request_duration_seconds', help: 'Time to answer a request.', labelNames: ['method', 'route', 'status'], buckets: SECONDS, registers: [metrics],
    });
    app.addHook('onResponse', async (request, reply) => {
      duration.observe({ method: request.method, route: request.routeOptions.url ?? '(none)', status: String(reply.statusCode) }, reply.elapsedTime / 1_000);
    });
  },
  { name: 'request-metrics' },
);
