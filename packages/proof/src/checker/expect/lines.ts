import { differing, type Finding } from '../difference.ts';
import type { CrmLine } from '../crm-rows.ts';
import type { LedgerItem } from '../ledger.ts';
import { decimal, idOrNull, trimmed } from './values.ts';

/** A line without its ordinal: what it must be, field by field. */
type Content = Record<'itemId' | 'modelId' | 'name' | 'variation' | 'productCode' | 'quantity' | 'quotedPrice' | 'salePriceVat' | 'imageUrl' | 'cancelledQuantity', string | null>;

/**
 * A line is its item, model, promotion group and add-on, and an ordinal among equals: one model may stand in two rows, at two prices.
 * Which of two equals has which ordinal the documents do not say, so they are compared as a set, and the ordinals as 1, 2, ….
 */
export function compareLines(items: readonly LedgerItem[], lines: readonly CrmLine[]): Finding[] {
  const expected = Map.groupBy(items, identityOf);
  const actual = Map.groupBy(lines, ({ key }) => key.slice(0, key.lastIndexOf(':')));
  return [...new Set([...expected.keys(), ...actual.keys()])].flatMap((identity) => compareEquals(identity, expected.get(identity) ?? [], actual.get(identity) ?? []));
}

const identityOf = (item: LedgerItem): string => [item.item_id, item.model_id, item.promotion_group_id, item.add_on_deal_id].join(':');

function compareEquals(identity: string, items: readonly LedgerItem[], lines: readonly CrmLine[]): Finding[] {
  const wanted = items.map((_, index) => String(index + 1)).join(', ');
  const found = lines.map(({ key }) => key.slice(key.lastIndexOf(':') + 1)).toSorted((a, b) => Number(a) - Number(b)).join(', ');
  if (items.length !== lines.length) return [{ field: `line ${identity}`, expected: countOf(items), actual: countOf(lines) }];
  const [expected, actual] = withoutPairs(items.map(expectedContent), lines.map(actualContent));
  return [
    ...differing(`line ${identity} ordinals`, wanted, found),
    ...expected.flatMap((content, index) => compareContent(identity, content, actual[index])),
  ];
}

const countOf = (equals: readonly unknown[]): string | null => (equals.length === 0 ? null : `${equals.length} of it`);

/** What is left of two lists when everything that stands in both is taken out. */
function withoutPairs(expected: readonly Content[], actual: readonly Content[]): [Content[], Content[]] {
  const left = [...actual];
  const alone = expected.filter((content) => {
    const at = left.findIndex((other) => JSON.stringify(other) === JSON.stringify(content));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [alone, left];
}

function compareContent(identity: string, expected: Content, actual: Content | undefined): Finding[] {
  const found = new Map(Object.entries(actual ?? {}));
  return Object.entries(expected).flatMap(([name, value]) => differing(`line ${identity} ${name}`, value, found.get(name) ?? null));
}

function expectedContent(item: LedgerItem): Content {
  return {
    salePriceVat: decimal(item.model_discounted_price),
    quantity: decimal(item.model_quantity_purchased),
    quotedPrice: decimal(item.model_original_price),
    itemId: item.item_id,
    modelId: idOrNull(item.model_id),
    name: trimmed(item.item_name),
    variation: trimmed(item.model_name),
    // The parent's code is right only where there are no models; a line without a code stays, unlinked.
    productCode: trimmed(item.model_sku) ?? (item.model_id === '0' ? trimmed(item.item_sku) : null),
    imageUrl: item.image_info.image_url,
    cancelledQuantity: decimal(item.cancelled_qty),
  };
}

function actualContent(line: CrmLine): Content {
  return {
    salePriceVat: decimal(line.salePriceVat),
    quantity: decimal(line.quantity),
    quotedPrice: decimal(line.quotedPrice),
    itemId: line.itemId,
    modelId: line.modelId,
    name: line.name,
    variation: line.variation,
    productCode: line.productCode,
    imageUrl: line.imageUrl,
    cancelledQuantity: decimal(line.cancelledQuantity),
  };
}
