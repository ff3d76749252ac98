import fp from 'fastify-plugin';

/** Once closing, each answer ends its connection: an idle keep-alive socket would hold `close()` for over a minute. */
export const gracefulClose = fp(
  async (app) => {
    let closing = false;
    app.addHook('preClose', async () => {
      closing = true;
    });
    app.addHook('onSend', async (_request, reply) => {
      if (closing) reply.header('connection', 'close');
    });
  },
  { name: 'graceful-close' },
);
