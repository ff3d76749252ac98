import { stat } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BOARD_PATH } from '../board/queue-board.ts';
import { sendError } from '../plugins/error-handler.ts';
import { NOT_BUILT_PAGE } from './not-built-page.ts';

/** Paths that are never a page of the web app. */
const RESERVED = ['/api', BOARD_PATH];
/** The build's files with a hash in their name: another content is another name. */
const HASHED = /^assets\//;
const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_FIRST = 'no-cache';

/** The web app's build at `/`; every other path that a browser opens is one of its pages. */
export async function webApp(app: FastifyInstance, { root }: { root: string }): Promise<void> {
  await app.register(fastifyStatic, { root, serve: false, cacheControl: false });

  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const wanted = pathOf(request);
    if (wanted === undefined || RESERVED.some((prefix) => wanted === prefix || wanted.startsWith(`${prefix}/`))) {
      return sendError(request, reply, { code: 'NOT_FOUND' });
    }
    const file = wanted.slice(1);
    if (file !== '' && (await isFile(root, file))) return send(reply, file);
    if (HASHED.test(file)) return sendError(request, reply, { code: 'NOT_FOUND' });
    if (await isFile(root, 'index.html')) return send(reply, 'index.html');
    return reply.code(503).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(NOT_BUILT_PAGE);
  });
}

function send(reply: FastifyReply, file: string): FastifyReply {
  return reply.header('cache-control', HASHED.test(file) ? FOR_EVER : ASK_FIRST).sendFile(file);
}

/** The decoded path; undefined where it is not readable. */
function pathOf({ url }: FastifyRequest): string | undefined {
  try {
    return decodeURIComponent(url.split('?')[0] ?? '');
  } catch {
    return undefined;
  }
}

/** Whether a file of the build: never above its folder, never hidden. */
async function isFile(root: string, file: string): Promise<boolean> {
  const full = path.resolve(root, file);
  if (!full.startsWith(`${path.resolve(root)}${path.sep}`) || file.includes('\0') || file.split('/').some((part) => part.startsWith('.'))) return false;
  const found = await stat(full).catch(() => undefined);
  return found?.isFile() ?? false;
}
