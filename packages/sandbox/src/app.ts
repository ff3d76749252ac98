import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Logger } from 'shared/log/logger';
import type { ControlDeps } from './control/control-deps.ts';
import { controlPlugin } from './control/plugin.ts';
import { gracefulClose } from './plugins/graceful-close.ts';
import type { ShopeeDeps } from './shopee/endpoint.ts';
import { shopeePlugin } from './shopee/plugin.ts';
import { hex32 } from './world/rng.ts';

/** The HTTP side; never listens by itself. */
export function buildApp(deps: ShopeeDeps & ControlDeps, log: Logger): FastifyInstance {
  const loggerInstance: FastifyBaseLogger = log.child({}, { level: log.level === 'info' ? 'warn' : log.level });
  const app = fastify({
    loggerInstance,
    genReqId: createRequestIds(),
    requestTimeout: 15_000,
    bodyLimit: 8 * 1024 * 1024,
    forceCloseConnections: 'idle',
  });
  app.register(gracefulClose);
  app.register(controlPlugin, { prefix: '/_sandbox', ...deps });
  app.register(shopeePlugin, deps);
  return app;
}

/** 32 hex digits, as Shopee's. */
function createRequestIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return hex32(process.pid, count);
  };
}
