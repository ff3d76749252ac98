import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

/** While closing, answers end their connections: a keep-alive one with a request in flight would hold `close` for 72 s. */
export const gracefulClose = fp(
  (app: FastifyInstance, _options: object, done: () => void) => {
    let closing = false;
    app.addHook('preClose', (closed) => {
      closing = true;
      closed();
    });
    app.addHook('onSend', async (_request, reply) => {
      if (closing) void reply.header('connection', 'close');
    });
    done();
  },
  { name: 'graceful-close' },
);
