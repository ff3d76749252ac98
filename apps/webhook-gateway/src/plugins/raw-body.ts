import type { FastifyInstance } from 'fastify';

/** Bodies stay as they came: signatures are over bytes. For the routes of one plugin only. */
export function keepRawBody(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

/** The raw bytes; none where nothing was sent. */
export const rawBody = (body: unknown): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));
