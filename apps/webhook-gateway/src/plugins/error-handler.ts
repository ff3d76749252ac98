import type { FastifyInstance } from 'fastify';
import { errorCodes } from 'shared/errors/error-codes';
import type { Logger } from 'shared/log/logger';

/** What is wrong with a request is said in one shape; what is wrong with us only in the log. */
export function setErrorHandler(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler<Error & { statusCode?: number; code?: string }>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({ err: error, requestId: request.id }, 'request.failed');
    const code = status >= 500 ? 'INTERNAL' : (error.code ?? 'VALIDATION_FAILED');
    const message = status >= 500 ? errorCodes.INTERNAL.message : error.message;
    return reply.code(status).send({ error: { code, message, requestId: request.id } });
  });
}
