import { AppError } from 'shared/errors/app-error';
import type { MarketplaceHttp } from 'shared/http/marketplace-http';
import type { z } from 'zod';
import { openEnvelope } from './envelope.ts';
import { ORDER_DETAIL_PATH, OrderDetailAnswerSchema, orderDetailFields } from './order-detail.ts';
import { signCall } from './sign.ts';
import { TRACKING_NUMBER_PATH, TrackingNumberAnswerSchema } from './tracking-number.ts';

export type ShopAccess = { shopId: string; accessToken: string };

/** Shopee's API as far as we call it. It knows transport and shapes, not what they mean. Every method throws `AppError`s by the table. */
export type ShopeeClient = {
  /** 1 to 50 order numbers; the orders as they came, not in the order asked, perhaps fewer. */
  orderDetails(shop: ShopAccess, codes: readonly string[]): Promise<unknown[]>;
  /** Null while the carrier has given none. */
  trackingNumber(shop: ShopAccess, code: string, packageNumber: string): Promise<string | null>;
};

export type ShopeeClientOptions = {
  apiUrl: string;
  partnerId: string;
  partnerKey: string;
  http: Pick<MarketplaceHttp, 'get'>;
  now: () => Date;
  /** Told of each call: endpoint and how it ended. */
  onCall: (endpoint: string, outcome: string, tookMs: number) => void;
};

type ShopCall<S extends z.ZodType> = { path: string; shop: ShopAccess; query: Record<string, string>; schema: S };

export function createShopeeClient(options: ShopeeClientOptions): ShopeeClient {
  async function call<S extends z.ZodType>({ path, shop, query, schema }: ShopCall<S>): Promise<z.infer<S>> {
    const startedAt = performance.now();
    try {
      const answer = await options.http.get(`${options.apiUrl}${path}`, { ...signedQuery(options, path, shop), ...query });
      const response = schema.safeParse(openEnvelope(answer, path));
      if (!response.success) throw new AppError({ code: 'MARKETPLACE_ANSWER_INVALID', details: { endpoint: path }, cause: response.error });
      options.onCall(path, 'ok', performance.now() - startedAt);
      return response.data;
    } catch (error) {
      options.onCall(path, error instanceof AppError ? error.code : 'INTERNAL', performance.now() - startedAt);
      throw error;
    }
  }

  return {
    async orderDetails(shop, codes) {
      const query = { order_sn_list: codes.join(','), response_optional_fields: orderDetailFields, request_order_status_pending: 'true' };
      return (await call({ path: ORDER_DETAIL_PATH, shop, query, schema: OrderDetailAnswerSchema })).order_list;
    },
    async trackingNumber(shop, code, packageNumber) {
      const query = { order_sn: code, package_number: packageNumber };
      const answer = await call({ path: TRACKING_NUMBER_PATH, shop, query, schema: TrackingNumberAnswerSchema });
      return answer.tracking_number?.trim() || null;
    },
  };
}

function signedQuery({ partnerId, partnerKey, now }: ShopeeClientOptions, path: string, shop: ShopAccess): Record<string, string> {
  const timestamp = Math.floor(now().getTime() / 1000);
  const sign = signCall({ partnerId, partnerKey, path, timestamp, shop });
  return { partner_id: partnerId, timestamp: String(timestamp), access_token: shop.accessToken, shop_id: shop.shopId, sign };
}
