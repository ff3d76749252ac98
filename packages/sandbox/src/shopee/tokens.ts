import { z } from 'zod';
import { secondsOf } from '../clock.ts';
import type { TokenPair } from '../world/tokens.ts';
import type { Endpoint, ShopeeDeps } from './endpoint.ts';
import { parseParams } from './params.ts';
import { errors } from './shopee-error.ts';

const ids = { partner_id: z.int(), shop_id: z.int() };
const GetSchema = z.object({ ...ids, code: z.string() });
const RefreshSchema = z.object({ ...ids, refresh_token: z.string() });

/** `POST /api/v2/auth/token/get`: a code for tokens. Fields at top level. */
export function tokenGet(deps: ShopeeDeps): Endpoint {
  return {
    method: 'POST',
    path: '/api/v2/auth/token/get',
    access: 'public',
    handle: ({ body }) => {
      const { code, partner_id: partnerId, shop_id: shopId } = parseParams(GetSchema, body);
      checkPartner(deps, partnerId);
      if (!deps.world.shop(shopId)) throw errors.shopId();
      const pair = deps.tokens.useCode(code, shopId);
      if (pair === 'refused') throw errors.code();
      return answerOf(deps, pair);
    },
  };
}

/** `POST /api/v2/auth/access_token/get`: the refresh, despite its name. A refresh token works once. */
export function tokenRefresh(deps: ShopeeDeps): Endpoint {
  return {
    method: 'POST',
    path: '/api/v2/auth/access_token/get',
    access: 'public',
    handle: ({ body }) => {
      const { refresh_token: refreshToken, partner_id: partnerId, shop_id: shopId } = parseParams(RefreshSchema, body);
      checkPartner(deps, partnerId);
      const pair = deps.tokens.useRefresh(refreshToken, shopId);
      if (pair === 'refused') throw errors.refreshToken();
      return { partner_id: partnerId, shop_id: shopId, ...answerOf(deps, pair) };
    },
  };
}

function checkPartner(deps: ShopeeDeps, partnerId: number): void {
  if (String(partnerId) !== deps.partner.id) throw errors.partnerId();
}

function answerOf(deps: ShopeeDeps, pair: TokenPair): object {
  return { refresh_token: pair.refreshToken, access_token: pair.accessToken, expire_in: pair.accessExpiresAt - secondsOf(deps.clock) };
}
