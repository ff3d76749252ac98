import type { FastifyInstance } from 'fastify';
import { authPartnerRoute } from './auth-partner.ts';
import type { Endpoint, ShopeeDeps } from './endpoint.ts';
import { confirmLostPushes, lostPushes } from './lost-pushes.ts';
import { orderDetail } from './order-detail.ts';
import { orderList } from './order-list.ts';
import { answerError, serve } from './serve.ts';
import { shopInfo } from './shop-info.ts';
import { errors } from './shopee-error.ts';
import { tokenGet, tokenRefresh } from './tokens.ts';
import { trackingNumber } from './tracking-number.ts';

/** The stand-in for Shopee's Open Platform v2: one file an endpoint. */
export function shopeePlugin(app: FastifyInstance, deps: ShopeeDeps, done: () => void): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, parsed) => {
    try {
      parsed(null, JSON.parse(String(body)));
    } catch {
      parsed(errors.param('the body is not JSON'));
    }
  });
  app.setErrorHandler((error, _request, reply) => answerError(deps, error, reply));
  for (const endpoint of endpointsOf(deps)) app.route({ method: endpoint.method, url: endpoint.path, handler: serve(deps, endpoint) });
  authPartnerRoute(app, deps);
  app.all('/api/*', (_request, reply) => answerError(deps, errors.noSuchApi(), reply));
  done();
}

function endpointsOf(deps: ShopeeDeps): Endpoint[] {
  return [
    tokenGet(deps), tokenRefresh(deps), orderDetail(deps), orderList(deps), trackingNumber(deps), shopInfo, lostPushes(deps),
    confirmLostPushes(deps),
  ];
}
