import type { FieldRow } from './rows.ts';

// Shopee Open Platform v2, order.get_order_detail (open.shopee.com documents/v2, read 2026-08).

/** `order_list[]` → the order. */
export const shopeeOrderFields = [
  { from: 'order_sn', to: 'code', transform: 'name', sample: ['"260714TESTA001"', '260714TESTA001'] },
  { from: 'order_status', to: 'channelStatus', transform: 'name', sample: ['"READY_TO_SHIP"', 'READY_TO_SHIP'] },
  { from: 'update_time', to: 'sourceUpdatedAt', transform: 'instant', sample: ['1784000300', '2026-07-14T03:38:20.000Z'] },
  { from: 'create_time', to: 'sourceCreatedAt', transform: 'instant', sample: ['1783999940', '2026-07-14T03:32:20.000Z'] },
  { from: 'currency', to: 'currency', transform: 'name', sample: ['"VND"', 'VND'] },
  { from: 'total_amount', to: 'totalAmount', transform: 'money', sample: ['340500', '340500'] },
  { from: 'estimated_shipping_fee', to: 'shippingFee', transform: 'money', sample: ['16500.0', '16500'] },
  { from: 'payment_method', to: 'paymentMethod', transform: 'text', sample: ['"Cash on Delivery"', 'Cash on Delivery'] },
  { from: 'cod', to: 'cashOnDelivery', transform: 'flag', sample: ['false', false] },
  { from: 'pay_time', to: 'paidAt', transform: 'instant', sample: ['0', null] },
  { from: 'ship_by_date', to: 'shipBy', transform: 'instant', sample: ['1784172800', '2026-07-16T03:33:20.000Z'] },
] as const satisfies readonly FieldRow[];

/** `order_list[]` → the buyer: personal, so it travels sealed. */
export const shopeeBuyerFields = [
  { from: 'buyer_user_id', to: 'id', transform: 'code', sample: ['910000001', '910000001'] },
  { from: 'message_to_seller', to: 'message', transform: 'text', sample: ['""', null] },
  { from: 'cancel_reason', to: 'cancelReason', transform: 'text', sample: ['"Out of Stock"', 'Out of Stock'] },
] as const satisfies readonly FieldRow[];

/** `order_list[].item_list[]` → a line. Prices are per unit; a bundle's `model_discounted_price` is 0 by design. */
export const shopeeLineFields = [
  { from: 'item_id', to: 'itemId', transform: 'name', sample: ['5100000001', '5100000001'] },
  { from: 'model_id', to: 'modelId', transform: 'code', sample: ['710000000011', '710000000011'] },
  { from: 'item_name', to: 'name', transform: 'name', sample: ['"Áo thun thử nghiệm"', 'Áo thun thử nghiệm'] },
  { from: 'model_name', to: 'variation', transform: 'code', sample: ['"Đen,M"', 'Đen,M'] },
  {
    from: 'model_sku', to: 'productCode', transform: 'code', sample: ['" AO-THUN-DEN-M "', 'AO-THUN-DEN-M'],
    // The parent's code is right only where there are no models.
    orElse: { from: 'item_sku', where: { field: 'model_id', equals: '0' } },
  },
  { from: 'model_quantity_purchased', to: 'quantity', transform: 'quantity', sample: ['2', '2'] },
  { from: 'model_original_price', to: 'quotedPrice', transform: 'money', sample: ['159000', '159000'] },
  { from: 'model_discounted_price', to: 'salePriceVat', transform: 'money', sample: ['31.99', '31.99'] },
  { from: 'cancelled_qty', to: 'cancelledQuantity', transform: 'quantity', sample: ['0', '0'] },
] as const satisfies readonly FieldRow[];

/** `order_list[].package_list[]` → a package. */
export const shopeePackageFields = [
  { from: 'package_number', to: 'number', transform: 'name', sample: ['"OFG260000000000001"', 'OFG260000000000001'] },
  { from: 'shipping_carrier', to: 'carrier', transform: 'text', sample: ['"Nhanh (SPX Express)"', 'Nhanh (SPX Express)'] },
  { from: 'logistics_status', to: 'status', transform: 'code', sample: ['"LOGISTICS_READY"', 'LOGISTICS_READY'] },
  // Not in every answer; that it is there says nothing of where the parcel is.
  { from: 'tracking_number', to: 'trackingNumber', transform: 'name', sample: ['"SPXVN000000001"', 'SPXVN000000001'] },
] as const satisfies readonly FieldRow[];

/** `order_list[].recipient_address` → who gets the parcel; each may be masked. */
export const shopeePersonFields = [
  { from: 'name', to: 'name', transform: 'name', sample: ['"Người Nhận Thử"', 'Người Nhận Thử'] },
  { from: 'phone', to: 'phone', transform: 'name', sample: ['"84900000001"', '84900000001'] },
] as const satisfies readonly FieldRow[];

/** `order_list[].recipient_address` → the address. Shopee's `city` is the huyện or quận, `district` the xã or phường. */
export const shopeeAddressFields = [
  { from: 'district', to: 'ward', transform: 'code', sample: ['"Phường Giả Định 1"', 'Phường Giả Định 1'] },
  { from: 'city', to: 'district', transform: 'code', sample: ['"Quận Thử Nghiệm"', 'Quận Thử Nghiệm'] },
  { from: 'state', to: 'province', transform: 'code', sample: ['"TP. Hồ Chí Minh"', 'TP. Hồ Chí Minh'] },
  { from: 'region', to: 'country', transform: 'code', sample: ['"VN"', 'VN'] },
  { from: 'full_address', to: 'full', transform: 'code', sample: ['"1 Đường Thử, Phường Giả Định 1"', '1 Đường Thử, Phường Giả Định 1'] },
] as const satisfies readonly FieldRow[];
