import type { Expectation } from 'shared/inbox/expectation';
import type { NewEvent } from 'shared/inbox/new-event';
import { parseExactJson, wire } from 'shared/json/parse-exact';
import { z } from 'zod';
import { dedupeKeyOf } from './dedupe-key.ts';

/** Shopee's push codes that say that an order moved, and what an answer must show before it counts (open.shopee.com push-mechanism pages, read 2025-12). */
const orderCodes = new Map<string, { name: string; expects: (data: OrderData) => Expectation | null }>(Object.entries({
  3: { name: 'order_status_push', expects: updatedAt },
  4: { name: 'order_trackingno_push', expects: tracking },
  // The times in these are the return's and the package's, not the order's.
  29: { name: 'return_updates_push', expects: () => null },
  30: { name: 'package_fulfillment_push', expects: () => null },
  47: { name: 'package_info_push', expects: () => null },
}));

const PROBE = '0';
/** A repeat may carry another one, or the same: unconfirmed, so it does not count. */
const REPEAT_FIELDS = ['msg_id'];

const text = wire.text.nullish();
/** An odd value beside the order's number must not cost the order its push. */
const optional = text.catch(undefined);
const PushSchema = z.object({ code: wire.text, shop_id: text, data: z.unknown().optional() });
const OrderDataSchema = z.object({
  ordersn: text,
  order_sn: text,
  status: optional,
  update_time: wire.epochSeconds.nullish().catch(null),
  package_number: optional,
  tracking_no: optional,
});
type OrderData = z.infer<typeof OrderDataSchema>;

/** Printable, short, without a comma (the API joins numbers by it): what Shopee's order numbers are. */
const ORDER_NUMBER = /^[\x21-\x2b\x2d-\x7e]{1,64}$/;

/** What a body is, before anybody knows whether it is signed: only the console's probe is answered without. */
export function isShopeeProbe(body: Uint8Array): boolean {
  const push = PushSchema.safeParse(readJson(body));
  return push.success && push.data.code === PROBE;
}

/** A signed body → the row to keep. Whatever it is, it is kept; what says nothing that can be fetched is ignored, with the reason. */
export function readShopeePush(body: Uint8Array, traceId: string): NewEvent {
  const parsed = readJson(body);
  const push = PushSchema.safeParse(parsed);
  const shopId = push.success ? (present(push.data.shop_id) ?? null) : null;
  const dedupeKey = dedupeKeyOf({ channel: 'shopee', body, parsed, repeatFields: REPEAT_FIELDS });
  const base = { channel: 'shopee', externalStoreId: shopId, origin: 'push', body, dedupeKey, traceId } as const;
  const ignored = (reason: string): NewEvent => ({ ...base, kind: 'none', key: '', expects: null, status: 'ignored', reason });

  if (parsed === undefined) return ignored('the body is not JSON');
  if (!push.success) return ignored('the body has no code');
  const row = orderCodes.get(push.data.code);
  if (!row) return ignored(`code ${push.data.code} changes no order`);
  const data = OrderDataSchema.safeParse(readData(push.data.data));
  if (!data.success) return ignored(`${row.name}: data is no object`);
  const code = present(data.data.ordersn) ?? present(data.data.order_sn);
  if (code === undefined) return ignored(`${row.name}: ordersn is missing`);
  if (!ORDER_NUMBER.test(code)) return ignored(`${row.name}: ordersn is no order number`);
  if (shopId === null) return ignored(`${row.name}: shop_id is missing`);
  return { ...base, kind: 'order', key: code, expects: row.expects(data.data), status: 'received', reason: null };
}

function updatedAt({ update_time: seconds, status }: OrderData): Expectation | null {
  if (!seconds) return null;
  const word = present(status);
  return { updatedAt: new Date(seconds * 1000).toISOString(), ...(word && { word }) };
}

function tracking({ package_number: packageNumber, tracking_no: number }: OrderData): Expectation | null {
  const [parcel, tracked] = [present(packageNumber), present(number)];
  return parcel && tracked ? { tracking: { packageNumber: parcel, number: tracked } } : null;
}

/** "-" and blank are Shopee's ways to say that there is none. */
function present(value: string | null | undefined): string | undefined {
  const trimmed = value?.replaceAll('\u0000', '').trim();
  return trimmed && trimmed !== '-' ? trimmed : undefined;
}

/** An object, or an object as JSON text (seen in production systems). */
function readData(data: unknown): unknown {
  return typeof data === 'string' ? readJson(Buffer.from(data)) : data;
}

function readJson(body: Uint8Array): unknown {
  try {
    return parseExactJson(Buffer.from(body).toString('utf8'));
  } catch {
    // Not JSON: kept all the same, as ignored.
    return undefined;
  }
}
