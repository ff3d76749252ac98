import type { FetchOrders, OrderRequest } from 'connector-kit/lanes/drain-lane';
import type { Fetched } from 'connector-kit/lanes/fetch-in-halves';
import type { LaneStore } from 'connector-kit/lanes/lane-store';
import type { FetchedOrder } from 'connector-kit/lanes/sort-outcomes';
import type { AccessTokens } from 'connector-kit/tokens/access-tokens';
import type { Logger } from 'shared/log/logger';
import type { Sealer } from 'shared/secrets/seal';
import type { ShopAccess, ShopeeClient } from '../api/client.ts';
import { OrderDetailSchema, OrderNumberSchema } from '../api/order-detail.ts';
import { mapOrderSnapshot } from '../map/order-snapshot.ts';

type Deps = { client: ShopeeClient; tokens: AccessTokens; sealer: Pick<Sealer, 'seal'>; log: Logger };

/** One call for up to 50 orders, and one more for each package whose tracking number is expected (the detail has none). */
export const createFetchOrders =
  ({ client, tokens, sealer, log }: Deps): FetchOrders =>
  async (store, requests, fetchedAt) => {
    const shop = { shopId: store.externalId, accessToken: await tokens.current(store.id) };
    const orders = await client.orderDetails(shop, requests.map(({ code }) => code));
    const byCode = new Map(orders.flatMap((order) => numbered(order)));
    return Promise.all(
      requests.map(async (request) => {
        const order = byCode.get(request.code);
        if (order === undefined) return { code: request.code, outcome: 'missing' };
        const fetched = mapOne(order, request.code, { storeId: store.id, fetchedAt, seal: sealer.seal });
        return withTracking(fetched, await trackingOf({ client, log, shop, store }, notTracked(request, fetched)));
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

/** The packages of a request whose tracking number the detail did not show. */
function notTracked({ code, packagesToTrack }: OrderRequest, fetched: Fetched<FetchedOrder>): OrderRequest {
  const shown = fetched.outcome === 'snapshot' ? (fetched.snapshot.facts.trackingNumbers ?? {}) : {};
  return { code, packagesToTrack: packagesToTrack.filter((number) => !(number in shown)) };
}

type TrackingDeps = { client: ShopeeClient; log: Logger; shop: ShopAccess; store: LaneStore };

/** A number that cannot be had is not told: the event that expects it stays open and is read again. */
async function trackingOf({ client, log, shop, store }: TrackingDeps, { code, packagesToTrack }: OrderRequest): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const number of new Set(packagesToTrack)) {
    try {
      const tracking = await client.trackingNumber(shop, code, number);
      if (tracking) found[number] = tracking;
    } catch (error) {
      log.warn({ err: error, storeId: store.id, code }, 'tracking.not_read');
    }
  }
  return found;
}

function withTracking(fetched: Fetched<FetchedOrder>, trackingNumbers: Record<string, string>): Fetched<FetchedOrder> {
  if (fetched.outcome !== 'snapshot' || Object.keys(trackingNumbers).length === 0) return fetched;
  const facts = { ...fetched.snapshot.facts, trackingNumbers: { ...fetched.snapshot.facts.trackingNumbers, ...trackingNumbers } };
  return { ...fetched, snapshot: { ...fetched.snapshot, facts } };
}
