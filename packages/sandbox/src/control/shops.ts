import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { TokenPair } from '../world/tokens.ts';
import type { Shop } from '../world/types.ts';
import { shopOr404 } from './choose-shops.ts';
import type { ControlDeps } from './control-deps.ts';
import { parseControl, refuse } from './parse.ts';

const NewShopSchema = z.strictObject({ shopId: z.int().positive().optional(), name: z.string().min(1).max(200) });
const PatchSchema = z.strictObject({
  status: z.enum(['NORMAL', 'BANNED', 'FROZEN']).optional(),
  /** Ends the access tokens now, or the whole authorisation. */
  endTokens: z.enum(['access', 'all']).optional(),
});
const ParamsSchema = z.object({ shopId: z.coerce.number().int() });

export function shopRoutes(app: FastifyInstance, { world, tokens, clock }: ControlDeps): void {
  app.post('/shops', (request, reply) => {
    const { shopId, name } = parseControl(NewShopSchema, request.body);
    if (shopId !== undefined && world.shop(shopId)) throw refuse('shopId', `shop ${String(shopId)} is there already`);
    const shop = world.addShop({ id: shopId, name, nowMs: clock() });
    return reply.code(201).send(describe(shop, tokens.issue(shop.id)));
  });
  app.get('/shops', () => ({ shops: world.shops().map(({ id, name, status }) => ({ shopId: id, name, status })) }));
  app.patch('/shops/:shopId', (request) => {
    const shop = shopOr404(world, parseControl(ParamsSchema, request.params).shopId);
    const { status, endTokens } = parseControl(PatchSchema, request.body);
    if (status) shop.status = status;
    if (endTokens) tokens.end(shop.id, endTokens);
    return { shopId: shop.id, name: shop.name, status: shop.status };
  });
  /** A new pair of tokens; the refresh tokens given out before stay as they are. */
  app.post('/shops/:shopId/tokens', (request) => {
    const shop = shopOr404(world, parseControl(ParamsSchema, request.params).shopId);
    return describe(shop, tokens.issue(shop.id));
  });
  /** What the seller's consent brings back: a code for token/get. */
  app.post('/shops/:shopId/code', (request) => {
    const shop = shopOr404(world, parseControl(ParamsSchema, request.params).shopId);
    const { code, expiresAt } = tokens.giveCode(shop.id);
    return { shopId: shop.id, code, expiresAt: isoOf(expiresAt) };
  });
}

function describe({ id, name }: Shop, pair: TokenPair): object {
  const { accessToken, refreshToken, accessExpiresAt, refreshExpiresAt } = pair;
  return { shopId: id, name, accessToken, refreshToken, expiresAt: isoOf(accessExpiresAt), refreshExpiresAt: isoOf(refreshExpiresAt) };
}

const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString();
