import type { FastifyInstance } from 'fastify';
import { errorCodes } from 'shared/errors/error-codes';
import { createTraceId } from 'shared/log/trace-id';
import type { EventBatcher } from '../ingest/event-batcher.ts';
import { answer } from '../ingest/outcome-to-http.ts';
import { isShopeeProbe, readShopeePush } from '../ingest/read-shopee-push.ts';
import { keepRawBody, rawBody } from '../plugins/raw-body.ts';
import { isSignedByShopee } from '../verify/shopee.ts';

export type ShopeeRoutesOptions = { batcher: EventBatcher; publicUrl: string; keys: readonly string[]; onPush: (outcome: string) => void };

/** The address of today, and the one that shops typed into Shopee's console years ago. */
const PATHS = ['/webhooks/shopee', '/order_status_push'];

export async function shopeeRoutes(app: FastifyInstance, { batcher, publicUrl, keys, onPush }: ShopeeRoutesOptions): Promise<void> {
  keepRawBody(app);
  for (const path of PATHS) {
    app.post(path, async (request, reply) => {
      const body = rawBody(request.body);
      if (!isSignedByShopee({ body, url: `${publicUrl}${path}`, authorization: request.headers.authorization, keys })) {
        // The console's "Verify" is signed with a key that nobody has.
        if (isShopeeProbe(body)) return reply.code(200).send();
        onPush('unsigned');
        return reply.code(401).send({ error: { code: 'UNAUTHENTICATED', message: errorCodes.UNAUTHENTICATED.message, requestId: request.id } });
      }
      if (isShopeeProbe(body)) return reply.code(200).send();
      const outcome = await batcher.add(readShopeePush(body, createTraceId()));
      onPush(outcome);
      return answer(reply, outcome);
    });
  }
}
