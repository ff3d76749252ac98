import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from 'shared/errors/app-error';
import { errorCodes } from 'shared/errors/error-codes';
import type { ControlDeps } from './control-deps.ts';
import { dayRoutes } from './day.ts';
import { faultRoutes } from './faults.ts';
import { ledgerRoutes } from './ledger.ts';
import { orderRoutes } from './orders.ts';
import { playRoutes } from './play.ts';
import { shopRoutes } from './shops.ts';
import { statsRoutes } from './stats.ts';

/** How tests and people steer the sandbox: everything under `/_sandbox`. */
export function controlPlugin(app: FastifyInstance, deps: ControlDeps, done: () => void): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, parsed) => {
    try {
      parsed(null, body === '' ? {} : JSON.parse(String(body)));
    } catch {
      parsed(new AppError({ code: 'JSON_UNREADABLE' }));
    }
  });
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply));
  for (const routes of [shopRoutes, orderRoutes, playRoutes, dayRoutes, ledgerRoutes, faultRoutes, statsRoutes]) routes(app, deps);
  done();
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = error instanceof AppError ? error : new AppError({ code: 'INTERNAL', cause: error });
  if (known.code === 'INTERNAL') request.log.error({ err: error }, 'control.failed');
  const { fields } = known.details;
  return reply
    .code(errorCodes[known.code].status)
    .send({ error: { code: known.code, message: known.publicMessage, requestId: request.id, ...(fields ? { fields } : {}) } });
}
