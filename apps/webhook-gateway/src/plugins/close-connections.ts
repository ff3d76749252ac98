import fastifyPlugin from 'fastify-plugin';

/** While the server closes, a kept-alive connection would hold `close()` for over a minute after its last answer; so answers end it. */
export const closeConnections = fastifyPlugin(
  (app, _options, done) => {
    let closing = false;
    app.addHook('preClose', (next) => {
      closing = true;
      next();
    });
    app.addHook('onSend', (_request, reply, payload, next) => {
      if (closing) reply.header('connection', 'close');
      next(null, payload);
    });
    done();
  },
  { name: 'close-connections' },
);
