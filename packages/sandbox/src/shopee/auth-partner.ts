import type { FastifyInstance } from 'fastify';
import { checkPublicCall } from './auth-check.ts';
import type { ShopeeDeps } from './endpoint.ts';
import { textQuery } from './text-query.ts';

const PATH = '/api/v2/shop/auth_partner';

/**
 * The page where a seller agrees. With `shop_id` in the query (the sandbox's own addition) it goes straight back;
 * without, it lists the shops as links, each with a fresh code.
 */
export function authPartnerRoute(app: FastifyInstance, deps: ShopeeDeps): void {
  app.get(PATH, (request, reply) => {
    const query = textQuery(request.query);
    checkPublicCall(deps, PATH, query);
    const back = (shopId: number): string => {
      const url = new URL(query['redirect'] ?? '');
      url.searchParams.set('code', deps.tokens.giveCode(shopId).code);
      url.searchParams.set('shop_id', String(shopId));
      return url.href;
    };
    if (!URL.canParse(query['redirect'] ?? '')) return reply.code(400).type('text/plain').send('redirect is not an address');
    const chosen = deps.world.shop(Number(query['shop_id']));
    if (chosen) return reply.redirect(back(chosen.id));
    const links = deps.world.shops().map((shop) => `<li><a href="${escape(back(shop.id))}">${escape(shop.name)}</a></li>`);
    return reply.type('text/html; charset=utf-8').send(`<!doctype html><title>Sandbox</title><h1>Chọn cửa hàng (thử)</h1><ul>${links.join('')}</ul>`);
  });
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
