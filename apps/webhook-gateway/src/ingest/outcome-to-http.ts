import type { FastifyReply } from 'fastify';
import { assertNever } from 'shared/errors/assert-never';
import type { IngestOutcome } from './event-batcher.ts';

const RETRY_AFTER_S = '5';

/** A delivery counts only with 2xx and an empty body (Shopee: developer-guide/18); anything that was not kept must come again. */
export function answer(reply: FastifyReply, outcome: IngestOutcome): FastifyReply {
  switch (outcome) {
    case 'accepted':
      return reply.code(200).send();
    case 'overloaded':
    case 'unavailable':
      return reply.code(503).header('retry-after', RETRY_AFTER_S).send();
    default:
      return assertNever(outcome);
  }
}
