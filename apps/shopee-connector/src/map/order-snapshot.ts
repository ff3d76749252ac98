import { digestOf } from 'connector-kit/snapshot/digest';
import type { FetchedOrder } from 'connector-kit/lanes/sort-outcomes';
import { type Buyer, BuyerSchema, type OrderFacts, OrderFactsSchema, type SnapshotStatus } from 'shared/domain/order-snapshot';
import { type OnUnread, readFields } from 'shared/mapping/fields/read-fields';
import { shopeeOrderFields, shopeePackageFields } from 'shared/mapping/fields/shopee';
import { fulfilmentOf, lookupStatus } from 'shared/mapping/status/lookup';
import type { StatusRow } from 'shared/mapping/status/rows';
import { shopeePackageStatuses, shopeeStatuses } from 'shared/mapping/status/shopee';
import { z } from 'zod';
import { looseObject, type OrderDetail } from '../api/order-detail.ts';
import { mapBuyer } from './buyer.ts';
import { mapLines } from './lines.ts';

export type MapContext = {
  storeId: string;
  fetchedAt: string;
  seal: (buyer: string) => string;
  /** Told of a field of this order that has no meaning and is left out. */
  onUnread: (code: string, field: string) => void;
};

/** Some words settle only ties; one that no table knows loses them all. */
const RANK_OF_UNKNOWN = 0;

const KeySchema = z.object({ code: z.string(), channelStatus: z.string(), sourceUpdatedAt: z.string('update_time is missing') });

/**
 * An order of `get_order_detail` → a channel-neutral snapshot. Pure, but for `seal`.
 * Only what makes it an order at a time must be there: number, status, time of change; an error names the one that is missing.
 * Any other field that cannot be read is left out, as if it had not been told.
 */
export function mapOrderSnapshot(detail: OrderDetail, { storeId, fetchedAt, seal, onUnread }: MapContext): FetchedOrder {
  const skip: OnUnread = (field) => onUnread(detail.order_sn, field);
  const fields = readFields(shopeeOrderFields, detail, skip);
  const { code, channelStatus, sourceUpdatedAt } = KeySchema.parse(fields);
  const facts = mapFacts(detail, fields, skip);
  const buyer = mapBuyer(detail, skip);
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

function mapFacts({ item_list: items, package_list: parcels }: OrderDetail, fields: Record<string, unknown>, skip: OnUnread): OrderFacts {
  const packages = parcels?.flatMap((parcel) => mapPackage(parcel, skip));
  const tracked = (packages ?? []).flatMap(({ number, trackingNumber }) => (trackingNumber ? [[number, trackingNumber] as const] : []));
  const lines = items && items.length > 0 ? mapLines(items, skip) : null;
  const told: Record<string, unknown> = {
    ...fields,
    ...(lines && { lines }),
    ...(packages && { packages }),
    ...(tracked.length > 0 && { trackingNumbers: Object.fromEntries(tracked) }),
  };
  return OrderFactsSchema.parse(Object.fromEntries(Object.entries(told).filter(([name, value]) => isFact(name, value, skip))));
}

const isFactName = (name: string): name is keyof OrderFacts => name in OrderFactsSchema.shape;

function isFact(name: string, value: unknown, skip: OnUnread): boolean {
  if (!isFactName(name)) return false;
  const { success } = OrderFactsSchema.shape[name].safeParse(value);
  if (!success) skip(`${name}: it cannot be that`);
  return success;
}

const PackageSchema = z.object({
  number: z.string(),
  carrier: z.string().nullable().default(null),
  status: z.string().nullable().default(null),
  trackingNumber: z.string().optional(),
});

/** A package without a number is none that could be named. */
function mapPackage(parcel: unknown, skip: OnUnread): z.infer<typeof PackageSchema>[] {
  const source = looseObject.safeParse(parcel);
  const fields = PackageSchema.safeParse(source.success ? readFields(shopeePackageFields, source.data, skip) : null);
  if (!fields.success) skip('package_list: an entry without a number');
  return fields.success ? [fields.data] : [];
}
