import type { Queue } from 'bullmq';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Registry } from 'prom-client';
import type { PrismaClient } from 'shared/db/client';
import type { Logger } from 'shared/log/logger';
import type { ConsoleAuth } from './auth/console-auth.ts';
import type { TryLimit } from './auth/try-limit.ts';
import { queueBoard } from './board/queue-board.ts';
import { errorHandler, sendError, sendFailure } from './plugins/error-handler.ts';
import { gracefulClose } from './plugins/graceful-close.ts';
import { openapi } from './plugins/openapi.ts';
import { requestId, requestIdOf } from './plugins/request-id.ts';
import { requestLog } from './plugins/request-log.ts';
import { requestMetrics } from './plugins/request-metrics.ts';
import { securityHeaders } from './plugins/security-headers.ts';
import { session } from './plugins/session.ts';
import type { TrustedProxies } from './trusted-proxies.ts';
import type { WakeLane } from './queue/console-queues.ts';
import { authRoutes } from './routes/auth/index.ts';
import { eventRoutes } from './routes/events/index.ts';
import { meRoutes } from './routes/me/index.ts';
import { notificationRoutes } from './routes/notifications/index.ts';
import { orderRoutes } from './routes/orders/index.ts';
import { refreshRoutes } from './routes/orders/refresh.ts';
import { staffRoutes } from './routes/staff/index.ts';
import { storeRoutes } from './routes/stores/index.ts';

import { webApp } from './web/web-app.ts';

export type AppDeps = {
  database: PrismaClient;
  auth: ConsoleAuth;
  tryLimit: TryLimit;
  wakeLane: WakeLane;
  /** What Bull Board shows. */
  queues: readonly Queue[];
  apiKey: string | undefined;
  publicOrigin: string;
  /** Proxies whose word about the client's address counts. */
  trustProxy: TrustedProxies;
  /** Folder of the web app's build; it may be absent. */
  webRoot: string;
  now: () => Date;
  metrics: Registry;
  log: Logger;
};

const REQUEST_TIMEOUT_MS = 15_000;
const BODY_LIMIT_BYTES = 1_048_576;

/** The console's HTTP side, wired but not listening. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    genReqId: requestIdOf,
    requestTimeout: REQUEST_TIMEOUT_MS,
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: deps.trustProxy,
    routerOptions: { maxParamLength: 200 },
    // These come before every hook.
    frameworkErrors: (error, request, reply) => {
      sendFailure(request, reply.header('x-request-id', request.id), { error, log: deps.log });
    },
  });
  app.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler);
  await app.register(requestId);
  await app.register(requestLog, { log: deps.log });
  await app.register(requestMetrics, { metrics: deps.metrics });
  await app.register(gracefulClose);
  await app.register(errorHandler, { log: deps.log });
  await app.register(securityHeaders, { publicOrigin: deps.publicOrigin });
  await app.register(openapi);
  app.setNotFoundHandler((request, reply) => sendError(request, reply, { code: 'NOT_FOUND' }));
  await app.register(api, { ...deps, prefix: '/api' });
  await app.register(queueBoard, deps);
  await app.register(webApp, { root: deps.webRoot });
  return app;
}

async function api(app: FastifyInstance, deps: AppDeps): Promise<void> {
  const { database, now, wakeLane } = deps;
  // Answers hold people's data: no cache keeps them.
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  await app.register(authRoutes, { ...deps, prefix: '/auth' });
  await app.register(async (staffOnly) => {
    await staffOnly.register(session, deps);
    await staffOnly.register(meRoutes, { prefix: '/me' });
    await staffOnly.register(staffRoutes, { prefix: '/staff', database });
    await staffOnly.register(orderRoutes, { prefix: '/orders', database, now });
    await staffOnly.register(refreshRoutes, { prefix: '/orders', database, wakeLane });
    await staffOnly.register(storeRoutes, { prefix: '/stores', database });
    await staffOnly.register(notificationRoutes, { prefix: '/notifications', database });
    await staffOnly.register(eventRoutes, { prefix: '/events', database });
    staffOnly.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  });
}
