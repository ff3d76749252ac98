import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { Queue } from 'bullmq';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Caller, managers, roleOf } from '../auth/caller.ts';
import { AppError } from 'shared/errors/app-error';
import type { Logger } from 'shared/log/logger';
import { sendError, sendFailure } from '../plugins/error-handler.ts';
import { findCaller, type SessionOptions } from '../plugins/session.ts';
import { redactJob } from './redact.ts';

export type QueueBoardOptions = SessionOptions & { queues: readonly Queue[]; log: Logger };

export const BOARD_PATH = '/queues';

/**
 * What a manager may do there. Not: adding a job, changing its data (it is shown redacted, and would be saved so), emptying a queue.
 * After `/queues/api/queues`.
 */
const ALLOWED_ACTS = [/^\/(pause|resume)$/, /^\/[^/]+\/(pause|resume|promote)$/, /^\/[^/]+\/(retry|clean)\/[^/]+$/, /^\/[^/]+\/[^/]+\/(retry|clean|promote)$/];
const API = `${BOARD_PATH}/api/queues`;

/** Bull Board for signed-in staff: everyone looks, managers retry. The queues' personal data and tokens stay unseen. */
export async function queueBoard(app: FastifyInstance, { queues, log, ...session }: QueueBoardOptions): Promise<void> {
  app.addHook('onRequest', async (request, reply) => {
    // Bull Board's error handler is another: what is thrown here would be told to the caller.
    try {
      const caller = await findCaller(request, reply, session);
      if (!caller) return refuse(request, reply);
      if (!mayAct(request, caller)) throw new AppError({ code: 'FORBIDDEN' });
    } catch (error) {
      return sendFailure(request, reply, { error, log });
    }
  });
  const server = new FastifyAdapter().setBasePath(BOARD_PATH);
  createBullBoard({ queues: queues.map(adapterOf), serverAdapter: server, options: { uiConfig: { boardTitle: 'Dongbo' } } });
  await app.register(server.registerPlugin(), { prefix: BOARD_PATH });
}

function adapterOf(queue: Queue): BullMQAdapter {
  const adapter = new BullMQAdapter(queue, { allowRetries: true });
  for (const field of ['data', 'returnValue', 'progress'] as const) adapter.setFormatter(field, redactJob);
  return adapter;
}

function mayAct({ method, url }: FastifyRequest, caller: Caller): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  const act = url.split('?')[0]?.slice(API.length) ?? '';
  return managers.some((role) => role === roleOf(caller)) && ALLOWED_ACTS.some((pattern) => pattern.test(act));
}

/** A person is led to the sign-in and back; a program is told. */
function refuse(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const opensPage = request.method === 'GET' && request.headers.accept?.includes('text/html');
  if (!opensPage) return sendError(request, reply, { code: 'UNAUTHENTICATED' });
  return reply.header('cache-control', 'no-store').redirect(`/sign-in?next=${encodeURIComponent(BOARD_PATH)}`);
}
