import { type SnapshotLine, SnapshotLineSchema } from 'shared/domain/order-snapshot';
import { readFields } from 'shared/mapping/fields/read-fields';
import { shopeeLineFields } from 'shared/mapping/fields/shopee';
import { transforms } from 'shared/mapping/fields/transforms';

type Item = Readonly<Record<string, unknown>>;

/**
 * `item_list[]` → lines. One model may stand in several rows (other promotion, other price), and `order_item_id` may be shared by a
 * whole bundle; so a line's key is item, model, promotion group, add-on and an ordinal among equals, which does not hang on the order
 * of the answer.
 */
export function mapLines(items: readonly Item[]): SnapshotLine[] {
  const equals = new Map<string, Item[]>();
  for (const item of items) equals.set(keyOf(item), [...(equals.get(keyOf(item)) ?? []), item]);
  for (const group of equals.values()) group.sort((a, b) => (tieBreak(a) < tieBreak(b) ? -1 : 1));
  return items.map((item) => mapLine(item, `${keyOf(item)}:${(equals.get(keyOf(item)) ?? []).indexOf(item) + 1}`));
}

function mapLine(item: Item, key: string): SnapshotLine {
  const fields = { modelId: null, variation: null, productCode: null, quotedPrice: null, salePriceVat: null, cancelledQuantity: '0', ...readFields(shopeeLineFields, item) };
  return SnapshotLineSchema.parse({ ...fields, modelId: fields.modelId === '0' ? null : fields.modelId, key, imageUrl: imageOf(item) });
}

const part = (item: Item, name: string): string => transforms.code(item[name] ?? null) ?? '0';

function keyOf(item: Item): string {
  return ['item_id', 'model_id', 'promotion_group_id', 'add_on_deal_id'].map((name) => part(item, name)).join(':');
}

function tieBreak(item: Item): string {
  return ['line_item_id', 'model_discounted_price', 'model_quantity_purchased'].map((name) => part(item, name).padStart(24, '0')).join(':');
}

function imageOf({ image_info: info }: Item): string | null {
  const url = info && typeof info === 'object' && 'image_url' in info ? info.image_url : null;
  return typeof url === 'string' && /^https?:\/\//.test(url) ? url : null;
}
