import type { FetchOrders } from 'connector-kit/lanes/drain-lane';
import type { Fetched } from 'connector-kit/lanes/fetch-in-halves';
import type { FetchedOrder } from 'connector-kit/lanes/sort-outcomes';
import type { AccessTokens } from 'connector-kit/tokens/access-tokens';
import type { Sealer } from 'shared/secrets/seal';
import type { ShopeeClient } from '../api/client.ts';
import { OrderDetailSchema, OrderNumberSchema } from '../api/order-detail.ts';
import { mapOrderSnapshot } from '../map/order-snapshot.ts';
import { trackOrder } from './track-order.ts';

type Deps = { client: ShopeeClient; tokens: AccessTokens; sealer: Pick<Sealer, 'seal'> };

/** One call for up to 50 orders, and one more for each package whose tracking number is expected (the detail has none). */
export const createFetchOrders =
  ({ client, tokens, sealer }: Deps): FetchOrders =>
  async (store, requests, fetchedAt) => {
    const shop = { shopId: store.externalId, accessToken: await tokens.current(store.id) };
    const orders = await client.orderDetails(shop, requests.map(({ code }) => code));
    const byCode = new Map(orders.flatMap(numbered));
    return Promise.all(
      requests.map(async (request): Promise<Fetched<FetchedOrder>> => {
        const order = byCode.get(request.code);
        if (order === undefined) return { code: request.code, outcome: 'missing' };
        const fetched = mapOne(order, request.code, { storeId: store.id, fetchedAt, seal: sealer.seal });
        return fetched.outcome === 'snapshot' ? trackOrder({ client, shop }, request, fetched) : fetched;
      }),
    );
  };

function numbered(order: unknown): [string, unknown][] {
  const number = OrderNumberSchema.safeParse(order);
  return number.success ? [[number.data.order_sn, order]] : [];
}

/** An order that cannot be read fails alone, and names the field. */
function mapOne(order: unknown, code: string, context: Parameters<typeof mapOrderSnapshot>[1]): Fetched<FetchedOrder> {
  try {
    return { code, outcome: 'snapshot', snapshot: mapOrderSnapshot(OrderDetailSchema.parse(order), context) };
  } catch (error) {
    return { code, outcome: 'failed', reason: `the order's detail cannot be read: ${error instanceof Error ? error.message.slice(0, 200) : 'unknown'}` };
  }
}
