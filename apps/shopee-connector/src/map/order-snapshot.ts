import { digestOf } from 'connector-kit/snapshot/digest';
import type { FetchedOrder } from 'connector-kit/lanes/sort-outcomes';
import { type Buyer, BuyerSchema, type OrderFacts, OrderFactsSchema, type SnapshotStatus } from 'shared/domain/order-snapshot';
import { readFields } from 'shared/mapping/fields/read-fields';
import { shopeeOrderFields, shopeePackageFields } from 'shared/mapping/fields/shopee';
import { fulfilmentOf, lookupStatus } from 'shared/mapping/status/lookup';
import type { StatusRow } from 'shared/mapping/status/rows';
import { shopeePackageStatuses, shopeeStatuses } from 'shared/mapping/status/shopee';
import { z } from 'zod';
import type { OrderDetail } from '../api/order-detail.ts';
import { mapBuyer } from './buyer.ts';
import { mapLines } from './lines.ts';

export type MapContext = { storeId: string; fetchedAt: string; seal: (buyer: string) => string };

/** Some words settle only ties; one that no table knows loses them all. */
const RANK_OF_UNKNOWN = 0;

const KeySchema = z.object({ code: z.string(), channelStatus: z.string(), sourceUpdatedAt: z.string('update_time is missing') });

/**
 * An order of `get_order_detail` → a channel-neutral snapshot. Pure, but for `seal`.
 * Throws an error that names the field where one that is needed is missing, or has no meaning.
 */
export function mapOrderSnapshot(detail: OrderDetail, { storeId, fetchedAt, seal }: MapContext): FetchedOrder {
  const fields = readFields(shopeeOrderFields, detail);
  const { code, channelStatus, sourceUpdatedAt } = KeySchema.parse(fields);
  const facts = mapFacts(detail, fields);
  const buyer = mapBuyer(detail);
  const found = lookupStatus<StatusRow>(shopeeStatuses, channelStatus);
  const rank = found.known ? found.row.rank : RANK_OF_UNKNOWN;
  return {
    storeId,
    channel: 'shopee',
    code,
    version: { sourceUpdatedAt, fetchedAt, rank, digest: digestOf({ channelStatus, facts, buyer }) },
    status: mapStatus(channelStatus, facts),
    facts,
    ...(buyer && { buyer: seal(JSON.stringify(BuyerSchema.parse(buyer) satisfies Buyer)) }),
  };
}

function mapStatus(word: string, { packages }: OrderFacts): SnapshotStatus {
  const found = lookupStatus<StatusRow>(shopeeStatuses, word);
  if (!found.known) return { known: false, word };
  const words = (packages ?? []).flatMap(({ status }) => status ?? []);
  return { known: true, word, fulfilment: fulfilmentOf(found.row, shopeePackageStatuses, words), state: found.row.state };
}

function mapFacts({ item_list: items, package_list: parcels }: OrderDetail, fields: Record<string, unknown>): OrderFacts {
  const packages = parcels?.map((parcel): Record<string, unknown> => ({ carrier: null, status: null, ...readFields(shopeePackageFields, parcel) }));
  const tracked = (packages ?? []).flatMap(({ number, trackingNumber }): [string, unknown][] =>
    typeof number === 'string' && trackingNumber !== undefined ? [[number, trackingNumber]] : [],
  );
  return OrderFactsSchema.parse({
    ...fields,
    ...(items && items.length > 0 && { lines: mapLines(items) }),
    ...(packages && { packages }),
    ...(tracked.length > 0 && { trackingNumbers: Object.fromEntries<unknown>(tracked) }),
  });
}
