import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { databaseFault } from 'shared/db/fault';
import { AppError } from 'shared/errors/app-error';
import { type ErrorCode, errorCodes } from 'shared/errors/error-codes';
import type { Logger } from 'shared/log/logger';
import { z } from 'zod';

type Fields = Record<string, string>;
type Told = { code: ErrorCode; fields?: Fields };

const FrameworkErrorSchema = z.object({ statusCode: z.number() });
const BadUrlSchema = z.object({ code: z.literal('FST_ERR_BAD_URL') });
const FieldsSchema = z.record(z.string(), z.string());
const frameworkCodes: Partial<Record<number, ErrorCode>> = { 400: 'JSON_UNREADABLE', 404: 'NOT_FOUND', 413: 'BODY_TOO_LARGE', 415: 'MEDIA_TYPE_UNSUPPORTED' };

/** Everything that is thrown becomes one shape; what we did not foresee tells nothing but the request's id. */
export const errorHandler = fp<{ log: Logger }>(
  async (app, { log }) => {
    app.setErrorHandler((error, request, reply) => sendFailure(request, reply, { error, log }));
  },
  { name: 'error-handler' },
);

/** Answers with what was thrown; also for hooks of routes whose own error handler is another's. */
export function sendFailure(request: FastifyRequest, reply: FastifyReply, { error, log }: { error: unknown; log: Logger }): FastifyReply {
  const told = tell(error);
  if (errorCodes[told.code].status >= 500) log.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'http.failed');
  return sendError(request, reply, told);
}

export function sendError(request: FastifyRequest, reply: FastifyReply, { code, fields }: Told): FastifyReply {
  const { status, message } = errorCodes[code];
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send({ error: { code, message, requestId: request.id, ...(fields && { fields }) } });
}

function tell(error: unknown): Told {
  if (error instanceof AppError) {
    const fields = FieldsSchema.safeParse(error.details['fields']);
    return { code: error.code, ...(fields.success && { fields: fields.data }) };
  }
  if (hasZodFastifySchemaValidationErrors(error)) return { code: 'VALIDATION_FAILED', fields: fieldsOf(error.validation) };
  if (BadUrlSchema.safeParse(error).success) return { code: 'VALIDATION_FAILED', fields: { '(address)': 'cannot be decoded' } };
  const framework = FrameworkErrorSchema.safeParse(error);
  const known = framework.success ? frameworkCodes[framework.data.statusCode] : undefined;
  if (known) return { code: known };
  const fault = databaseFault(error);
  if (fault === 'passing') return { code: 'DATABASE_UNAVAILABLE' };
  if (fault === 'timeout') return { code: 'OVERLOADED' };
  return { code: 'INTERNAL' };
}

type Issue = { instancePath: string; message?: string | undefined; params?: Record<string, unknown> };

function fieldsOf(issues: readonly Issue[]): Fields {
  return Object.fromEntries(
    issues.flatMap(({ instancePath, message = 'is wrong', params }) => {
      const path = instancePath.split('/').filter(Boolean).join('.');
      const unknown = z.array(z.string()).safeParse(params?.['keys']);
      if (unknown.success) return unknown.data.map((key) => [path ? `${path}.${key}` : key, 'is not known here'] as const);
      return [[path || '(body)', message] as const];
    }),
  );
}

/** A fault in a field that only the database could find. */
export const fieldError = (field: string, message: string): AppError => new AppError({ code: 'VALIDATION_FAILED', details: { fields: { [field]: message } } });
