import type { FetchOrders, OrderRequest } from 'connector-kit/lanes/drain-lane';
import type { Fetched } from 'connector-kit/lanes/fetch-in-halves';
import type { FetchedOrder } from 'connector-kit/lanes/sort-outcomes';
import type { AccessTokens } from 'connector-kit/tokens/access-tokens';
import { AppError } from 'shared/errors/app-error';
import type { Logger } from 'shared/log/logger';
import type { Sealer } from 'shared/secrets/seal';
import { ZodError } from 'zod';
import type { ShopeeClient } from '../api/client.ts';
import { OrderDetailSchema, OrderNumberSchema } from '../api/order-detail.ts';
import { mapOrderSnapshot } from '../map/order-snapshot.ts';
import { trackOrder } from './track-order.ts';

type Deps = { client: ShopeeClient; tokens: AccessTokens; sealer: Pick<Sealer, 'seal'>; log: Logger };

/** One call for up to 50 orders, and one more for each package whose tracking number is expected (the detail has none). */
export const createFetchOrders =
  ({ client, tokens, sealer, log }: Deps): FetchOrders =>
  async (store, requests, fetchedAt) => {
    const shop = { shopId: store.externalId, accessToken: await tokens.current(store.id) };
    const orders = await client.orderDetails(shop, requests.map(({ code }) => code));
    const byCode = new Map(orders.flatMap(numbered));
    // None of many is no answer about any of them.
    if (requests.length > 1 && !requests.some(({ code }) => byCode.has(code)))
      throw new AppError({ code: 'MARKETPLACE_UNAVAILABLE', details: { kind: 'an answer without any of the orders' } });
    const fetched: Fetched<FetchedOrder>[] = [];
    for (const few of chunksOf(requests, TRACKED_AT_ONCE)) fetched.push(...(await Promise.all(few.map((request) => read(request, byCode)))));
    return fetched;

    async function read(request: OrderRequest, answered: ReadonlyMap<string, unknown>): Promise<Fetched<FetchedOrder>> {
      const order = answered.get(request.code);
      if (order === undefined) return { code: request.code, outcome: 'missing' };
      const one = mapOne(order, request.code, { storeId: store.id, fetchedAt, seal: sealer.seal, onUnread });
      return one.outcome === 'snapshot' ? trackOrder({ client, shop }, request, one) : one;
    }
    function onUnread(code: string, field: string): void {
      log.warn({ storeId: store.id, code, field }, 'order.field_unread');
    }
  };

/** Calls for tracking numbers under way together. */
const TRACKED_AT_ONCE = 5;

const chunksOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

function numbered(order: unknown): [string, unknown][] {
  const number = OrderNumberSchema.safeParse(order);
  return number.success ? [[number.data.order_sn, order]] : [];
}

/** An order that cannot be read fails alone, and names the field. */
function mapOne(order: unknown, code: string, context: Parameters<typeof mapOrderSnapshot>[1]): Fetched<FetchedOrder> {
  try {
    return { code, outcome: 'snapshot', snapshot: mapOrderSnapshot(OrderDetailSchema.parse(order), context) };
  } catch (error) {
    return { code, outcome: 'failed', reason: `the order's detail cannot be read: ${faultOf(error)}` };
  }
}

/** The first field that cannot be read, for people. */
function faultOf(error: unknown): string {
  if (error instanceof ZodError) return error.issues.slice(0, 1).map(({ path, message }) => `${path.join('.')}: ${message}`).join();
  return error instanceof Error ? error.message.slice(0, 200) : 'unknown';
}
