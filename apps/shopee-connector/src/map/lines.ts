import { type SnapshotLine, SnapshotLineSchema } from 'shared/domain/order-snapshot';
import { NumberLiteral } from 'shared/json/parse-exact';
import { type OnUnread, readFields } from 'shared/mapping/fields/read-fields';
import { shopeeLineFields } from 'shared/mapping/fields/shopee';
import { z } from 'zod';
import { looseObject } from '../api/order-detail.ts';

type Item = Readonly<Record<string, unknown>>;

/**
 * `item_list[]` → lines; null where one of them cannot be read, since an order without one of its lines would be a wrong order.
 * One model may stand in several rows (other promotion, other price), and `order_item_id` may be shared by a whole bundle; so a line's
 * key is item, model, promotion group, add-on and an ordinal among equals, which does not hang on the order of the answer.
 */
export function mapLines(list: readonly unknown[], skip: OnUnread): SnapshotLine[] | null {
  const items = z.array(looseObject).safeParse(list);
  if (!items.success) {
    skip('item_list: an entry that is no object');
    return null;
  }
  const equals = new Map<string, Item[]>();
  for (const item of items.data) equals.set(keyOf(item), [...(equals.get(keyOf(item)) ?? []), item]);
  for (const group of equals.values()) group.sort((a, b) => (tieBreak(a) < tieBreak(b) ? -1 : 1));
  const ordinalOf = (item: Item): number => (equals.get(keyOf(item)) ?? []).indexOf(item) + 1;
  const lines = items.data.flatMap((item) => mapLine(item, `${keyOf(item)}:${ordinalOf(item)}`, skip));
  return lines.length === items.data.length ? lines : null;
}

function mapLine(item: Item, key: string, skip: OnUnread): SnapshotLine[] {
  const fields = { ...absent, ...readFields(shopeeLineFields, item, skip) };
  const name = fields.name ?? fields.productCode ?? '';
  const line = SnapshotLineSchema.safeParse({ ...fields, name, modelId: fields.modelId === '0' ? null : fields.modelId, key, imageUrl: imageOf(item) });
  if (!line.success) skip(`item_list: ${line.error.issues.map(({ path }) => path.join('.')).join(', ')} cannot be read`);
  return line.success ? [line.data] : [];
}

const absent: Record<string, unknown> = { modelId: null, variation: null, productCode: null, quotedPrice: null, salePriceVat: null, cancelledQuantity: '0' };

function part(item: Item, name: string): string {
  const value = item[name] instanceof NumberLiteral ? item[name].text : item[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : '0';
}

function keyOf(item: Item): string {
  return ['item_id', 'model_id', 'promotion_group_id', 'add_on_deal_id'].map((name) => part(item, name)).join(':');
}

function tieBreak(item: Item): string {
  return ['line_item_id', 'model_discounted_price', 'model_quantity_purchased'].map((name) => part(item, name).padStart(24, '0')).join(':');
}

function imageOf({ image_info: info }: Item): string | null {
  const url = info && typeof info === 'object' && 'image_url' in info ? info.image_url : null;
  return typeof url === 'string' && /^https?:\/\/[\x21-\x7e]+$/.test(url) ? url : null;
}
