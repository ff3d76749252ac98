import fp from 'fastify-plugin';
import type { Logger } from 'shared/log/logger';

/** One line a request, by its route: no query string, no id out of a path, no body. */
export const requestLog = fp<{ log: Logger }>(
  async (app, { log }) => {
    app.addHook('onResponse', async (request, reply) => {
      log.info(
        {
          requestId: request.id,
          method: request.method,
          route: request.routeOptions.url ?? '(none)',
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime),
        },
        'http.answered',
      );
    });
  },
  { name: 'request-log' },
);
