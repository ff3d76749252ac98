import type { Catalogue, Item, Model } from './goods.ts';
import type { Rng } from './rng.ts';

export type Line = {
  itemId: number;
  itemName: string;
  itemSku: string;
  modelId: number;
  modelName: string;
  modelSku: string;
  quantity: number;
  originalPrice: number;
  /** What Shopee shows: 0 in a bundle deal, by design. */
  discountedPrice: number;
  /** What the buyer really pays for one. */
  paidPrice: number;
  weight: number;
  promotionType: string;
  promotionId: number;
  promotionGroupId: number;
  orderItemId: number;
  addOnDealId: number;
};

export type LineOverride = {
  itemId?: number;
  modelId?: number;
  itemSku?: string;
  modelSku?: string;
  name?: string;
  quantity?: number;
  originalPrice?: number;
  discountedPrice?: number;
};

/** One to five lines; now and then a bundle, or one model in two rows. */
export function inventLines(rng: Rng, catalogue: Catalogue): [Line, ...Line[]] {
  const draws = rng.pick([1, 1, 1, 2, 2, 3, 4, 5]);
  const first = inventLine(rng, catalogue);
  const others = new Map<string, Line>();
  for (let index = 1; index < draws; index += 1) {
    const line = inventLine(rng, catalogue);
    if (keyOf(line) !== keyOf(first)) others.set(keyOf(line), line);
  }
  const lines: [Line, ...Line[]] = [first, ...others.values()];
  const special = rng.next();
  if (special < 0.08) return bundled(lines, rng.int(1, 999_999));
  // The same model in two rows with different prices: bought once at its price, once in an add-on deal.
  if (special < 0.12) return [first, addOn(first), ...lines.slice(1, 4)];
  return lines;
}

const keyOf = (line: Line): string => `${String(line.itemId)}/${String(line.modelId)}`;

function inventLine(rng: Rng, catalogue: Catalogue): Line {
  const item = rng.pick(catalogue);
  const model = rng.pick(item.models);
  const promoted = rng.chance(0.4);
  const price = promoted ? Math.round((model.price * rng.int(70, 95)) / 100_000) * 1_000 : model.price;
  return lineOf({ item, model, quantity: rng.pick([1, 1, 1, 2, 3, 10]), price: Math.max(1_000, price) });
}

function lineOf({ item, model, quantity, price }: { item: Item; model: Model; quantity: number; price: number }): Line {
  const promoted = price !== model.price;
  return {
    itemId: item.itemId,
    itemName: item.name,
    itemSku: item.sku,
    modelId: model.modelId,
    modelName: model.name,
    modelSku: model.sku,
    quantity,
    originalPrice: model.price,
    discountedPrice: price,
    paidPrice: price,
    weight: item.weight,
    promotionType: promoted ? 'product_promotion' : '',
    promotionId: promoted ? 779_000_000_000_000 + (item.itemId % 1_000) : 0,
    promotionGroupId: 0,
    orderItemId: item.itemId,
    addOnDealId: 0,
  };
}

/** One `order_item_id` for the whole bundle, and prices of 0 that do not mean a gift. */
function bundled([first, ...others]: [Line, ...Line[]], group: number): [Line, ...Line[]] {
  const into = (line: Line): Line => ({
    ...line,
    discountedPrice: 0,
    promotionType: 'bundle_deal',
    promotionId: 220_000_000 + group,
    promotionGroupId: group,
    orderItemId: first.itemId,
  });
  return [into(first), ...others.map(into)];
}

function addOn(line: Line): Line {
  const price = Math.max(1_000, Math.round(line.originalPrice / 2_000) * 1_000);
  return { ...line, quantity: 1, discountedPrice: price, paidPrice: price, promotionType: 'add_on_deal_sub', promotionId: 330_000_001, addOnDealId: 330_000_001 };
}

/** A line with what a caller fixed; the rest as invented. */
export function overriddenLine(line: Line, given: LineOverride): Line {
  const originalPrice = given.originalPrice ?? given.discountedPrice ?? line.originalPrice;
  const discountedPrice = given.discountedPrice ?? given.originalPrice ?? line.discountedPrice;
  const itemId = given.itemId ?? line.itemId;
  return {
    ...line,
    itemId,
    orderItemId: itemId,
    itemName: given.name ?? line.itemName,
    itemSku: given.itemSku ?? line.itemSku,
    modelId: given.modelId ?? line.modelId,
    modelName: given.modelId === 0 ? '' : line.modelName,
    modelSku: given.modelSku ?? line.modelSku,
    quantity: given.quantity ?? line.quantity,
    originalPrice,
    discountedPrice,
    paidPrice: given.discountedPrice ?? given.originalPrice ?? line.paidPrice,
  };
}
