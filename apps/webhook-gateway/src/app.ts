import Fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'shared/log/logger';
import { createTraceId } from 'shared/log/trace-id';
import { closeConnections } from './plugins/close-connections.ts';
import { setErrorHandler } from './plugins/error-handler.ts';
import { shopeeRoutes, type ShopeeRoutesOptions } from './routes/shopee.ts';

export type AppDeps = { shopee: ShopeeRoutesOptions; log: Logger };

/** Marketplaces send a few hundred bytes; nobody sends this much honestly. */
const BODY_AT_MOST = 256 * 1024;
const REQUEST_WITHIN_MS = 15_000;

/** The gateway's HTTP side; it never listens by itself. */
export async function buildApp({ shopee, log }: AppDeps): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    bodyLimit: BODY_AT_MOST,
    requestTimeout: REQUEST_WITHIN_MS,
    genReqId: createTraceId,
  });
  setErrorHandler(app, log);
  await app.register(closeConnections);
  await app.register(shopeeRoutes, shopee);
  return app;
}
