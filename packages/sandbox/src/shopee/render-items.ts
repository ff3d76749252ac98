import type { Line } from '../world/lines.ts';
import type { OrderState } from '../world/order-state.ts';

const LOCATION = 'VN000TST';

export function renderItems(state: OrderState): object[] {
  return state.facts.lines.map((line, index) => renderItem(line, index === 0 ? state : { returning: 0, returned: 0 }));
}

function renderItem(line: Line, { returning, returned }: { returning: number; returned: number }): object {
  return {
    item_id: line.itemId,
    item_name: line.itemName,
    item_sku: line.itemSku,
    model_id: line.modelId,
    model_name: line.modelName,
    model_sku: line.modelSku,
    model_quantity_purchased: line.quantity,
    model_original_price: line.originalPrice,
    model_discounted_price: line.discountedPrice,
    wholesale: false,
    weight: line.weight,
    add_on_deal: line.addOnDealId !== 0,
    main_item: false,
    add_on_deal_id: line.addOnDealId,
    promotion_type: line.promotionType,
    promotion_id: line.promotionId,
    ...(line.promotionType === '' ? {} : { promotion_list: [{ promotion_type: line.promotionType, promotion_id: line.promotionId }] }),
    order_item_id: line.orderItemId,
    promotion_group_id: line.promotionGroupId,
    image_info: { image_url: `https://cf.example.vn/file/${String(line.itemId)}_tn` },
    product_location_id: [LOCATION],
    is_prescription_item: false,
    is_b2c_owned_item: false,
    hot_listing_item: false,
    active_qty: line.quantity - returned,
    cancel_requested_qty: 0,
    cancelled_qty: 0,
    return_requested_qty: returning,
    returned_qty: returned,
  };
}

/** In a package `product_location_id` is a text, on the item a list: Shopee's own inconsistency. */
export function renderPackageItems(lines: readonly Line[]): object[] {
  return lines.map((line) => ({
    item_id: line.itemId,
    model_id: line.modelId,
    model_quantity: line.quantity,
    order_item_id: line.orderItemId,
    promotion_group_id: line.promotionGroupId,
    product_location_id: LOCATION,
  }));
}
