import { type Clock, secondsOf } from '../clock.ts';
import type { Tokens } from '../world/tokens.ts';
import type { Shop } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { errors } from './shopee-error.ts';
import { apiSign, sameSign } from './sign.ts';

const TOLERANCE_S = 300;

export type Partner = { id: string; key: string };
type AuthDeps = { partner: Partner; clock: Clock; world: World; tokens: Tokens };
export type Query = Readonly<Record<string, string>>;

/** partner_id, timestamp (seconds, 5 minutes) and sign of a call without a shop. Throws in Shopee's words. */
export function checkPublicCall(deps: AuthDeps, path: string, query: Query): void {
  const { partner_id: partnerId = '', timestamp = '', sign = '' } = query;
  checkPartnerAndTime(deps, query);
  if (!sameSign(apiSign(deps.partner.key, { partnerId, path, timestamp }), sign)) throw errors.sign();
}

/** The same for a shop's call, with access_token and shop_id in the sign; answers the shop. */
export function checkShopCall(deps: AuthDeps, path: string, query: Query): Shop {
  const { partner_id: partnerId = '', timestamp = '', sign = '', access_token: accessToken = '', shop_id: shopId = '' } = query;
  checkPartnerAndTime(deps, query);
  if (!sameSign(apiSign(deps.partner.key, { partnerId, path, timestamp, accessToken, shopId }), sign)) throw errors.sign();
  const shop = /^\d{1,15}$/.test(shopId) ? deps.world.shop(Number(shopId)) : undefined;
  if (!shop) throw errors.shopNotLinked();
  const verdict = deps.tokens.check(accessToken, shop.id);
  if (verdict === 'expired') throw errors.accessTokenExpired();
  if (verdict === 'unknown') throw errors.accessTokenUnknown();
  if (shop.status === 'BANNED') throw errors.shopBanned();
  return shop;
}

function checkPartnerAndTime({ partner, clock }: AuthDeps, { partner_id: partnerId, timestamp = '' }: Query): void {
  if (partnerId !== partner.id) throw errors.partnerId();
  if (!/^\d{1,15}$/.test(timestamp)) throw errors.timestampInvalid();
  if (Math.abs(Number(timestamp) - secondsOf(clock)) > TOLERANCE_S) throw errors.timestampExpired();
}
