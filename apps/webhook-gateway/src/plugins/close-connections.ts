import fastifyPlugin from 'fastify-plugin';

/** While the server closes, a kept-alive connection would hold `close()` for over a minute after its last answer; so answers end it. */
export const closeConnections = fastifyPlugin(
  (app, _options, done) => {
    let closing = false;
    app.addHook('preClose', (next) => {
      closing = true;
      next();
    });
    app.addHook('onSend', async (_request, reply) => {
      if (closing) reply.header('connection', 'close');
    });
    done();
  },
  { name: 'close-connections' },
);
