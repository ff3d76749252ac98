import type { FastifyInstance } from 'fastify';

/** Bodies stay as they came: signatures are over bytes. For the routes of one plugin only. */
export function keepRawBody(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  // A body is bytes here whatever it calls itself; a type that cannot be read must not cost a push.
  app.addHook('onRequest', async (request) => {
    request.headers['content-type'] = 'application/octet-stream';
  });
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

/** The raw bytes; none where nothing was sent. */
export const rawBody = (body: unknown): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));
