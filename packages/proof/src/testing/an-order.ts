import type { CrmOrder } from '../checker/crm-rows.ts';

/** An entry of the ledger as the sandbox writes it: an order on its way, with a bundle-free pair of equal models and a line without one. */
const entryJson = `{
  "shopId": 620000001, "orderSn": "260714TESTA001", "status": "SHIPPED", "updateTime": 1784043200, "masked": false,
  "trackingNumber": "SPXVN060000000001",
  "order": {
    "order_sn": "260714TESTA001", "region": "VN", "currency": "VND", "cod": false, "total_amount": 340500.0, "order_status": "SHIPPED",
    "shipping_carrier": "Nhanh (SPX Express)", "payment_method": "Shopee Wallet", "estimated_shipping_fee": 16500.50,
    "message_to_seller": "Gọi trước khi giao", "create_time": 1783999940, "update_time": 1784043200, "ship_by_date": 1784172800,
    "buyer_user_id": 910000001, "buyer_username": "nguoimua.thu", "cancel_reason": "",
    "recipient_address": {
      "name": "Người Nhận Thử", "phone": "84900000001", "town": "", "district": "Phường Giả Định 1", "city": "Quận Thử Nghiệm",
      "state": "TP. Hồ Chí Minh", "region": "VN", "zipcode": "", "full_address": "1 Đường Thử, Phường Giả Định 1"
    },
    "item_list": [
      {
        "item_id": 5100000001, "item_name": "Áo thun thử nghiệm", "item_sku": "AO-THUN", "model_id": 710000000011, "model_name": "Đen,M",
        "model_sku": " AO-THUN-DEN-M ", "model_quantity_purchased": 2, "model_original_price": 159000, "model_discounted_price": 129000,
        "add_on_deal_id": 0, "promotion_group_id": 0, "cancelled_qty": 0, "image_info": { "image_url": "https://cf.example.vn/1" }
      },
      {
        "item_id": 5100000001, "item_name": "Áo thun thử nghiệm", "item_sku": "AO-THUN", "model_id": 710000000011, "model_name": "Đen,M",
        "model_sku": " AO-THUN-DEN-M ", "model_quantity_purchased": 1, "model_original_price": 159000, "model_discounted_price": 79000,
        "add_on_deal_id": 0, "promotion_group_id": 0, "cancelled_qty": 0, "image_info": { "image_url": "https://cf.example.vn/1" }
      },
      {
        "item_id": 5100000002, "item_name": "Nón thử nghiệm", "item_sku": "NON-01", "model_id": 0, "model_name": "", "model_sku": "",
        "model_quantity_purchased": 1, "model_original_price": 80000, "model_discounted_price": 76000, "add_on_deal_id": 0,
        "promotion_group_id": 42, "cancelled_qty": 0, "image_info": { "image_url": "https://cf.example.vn/2" }
      }
    ],
    "pay_time": 1784000300,
    "package_list": [{ "package_number": "OFG260000000000001", "logistics_status": "LOGISTICS_PICKUP_DONE", "shipping_carrier": "Nhanh (SPX Express)" }]
  },
  "moves": [
    { "status": "UNPAID", "updateTime": 1783999940, "logistics": "" },
    { "status": "READY_TO_SHIP", "updateTime": 1784000300, "logistics": "LOGISTICS_READY" },
    { "status": "PROCESSED", "updateTime": 1784020000, "logistics": "LOGISTICS_REQUEST_CREATED" },
    { "status": "SHIPPED", "updateTime": 1784043200, "logistics": "LOGISTICS_PICKUP_DONE" }
  ],
  "pushes": [
    { "msgId": "a", "code": 3, "move": 1, "sentAt": "2026-07-14T03:38:20.500Z", "acknowledgedAt": "2026-07-14T03:38:20.510Z", "attempts": 1, "status": "acknowledged" },
    { "msgId": "b", "code": 3, "move": 2, "sentAt": "2026-07-14T09:06:40.100Z", "acknowledgedAt": "2026-07-14T09:06:40.110Z", "attempts": 1, "status": "acknowledged" },
    { "msgId": "c", "code": 3, "move": 3, "sentAt": "2026-07-14T15:33:20.000Z", "acknowledgedAt": "2026-07-14T15:33:20.010Z", "attempts": 1, "status": "acknowledged" }
  ]
}`;

/** The entry's JSON, with parts of its text replaced. Each part must be there: a test that changes nothing tests nothing. */
export function anEntryJson(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((json, [from, to]) => {
    if (!json.includes(from)) throw new TypeError(`the entry has no ${from}`);
    return json.replaceAll(from, to);
  }, entryJson);
}

const shirt = {
  itemId: '5100000001', modelId: '710000000011', name: 'Áo thun thử nghiệm', variation: 'Đen,M', productCode: 'AO-THUN-DEN-M',
  quotedPrice: '159000', imageUrl: 'https://cf.example.vn/1', cancelledQuantity: '0',
};

/** The rows of the CRM that agree with the entry, written as PostgreSQL may write them. */
export function aCrmOrder(over: Partial<CrmOrder> = {}): CrmOrder {
  return {
    id: '1', shopId: '620000001', orderSn: '260714TESTA001', channel: 'shopee', stub: false, processedInCrm: false,
    channelStatus: 'SHIPPED', fulfilmentStatus: 'IN_TRANSIT', paymentStatus: 'PAID', state: 'OPEN', problems: ['UNLINKED_SKU'],
    currency: 'VND', totalAmount: '340500', shippingFee: '16500.5', discount: null, refundedAmount: '0', paymentMethod: 'Shopee Wallet',
    cashOnDelivery: false, paidAt: '2026-07-14T03:38:20.000Z', sourceCreatedAt: '2026-07-14T03:32:20.000Z',
    sourceUpdatedAt: '2026-07-14T15:33:20.000Z', shipBy: '2026-07-16T03:33:20.000Z', buyerMessage: 'Gọi trước khi giao', cancelReason: null,
    buyerId: '910000001', recipientName: 'Người Nhận Thử', recipientPhone: '84900000001',
    recipientAddress: {
      ward: 'Phường Giả Định 1', district: 'Quận Thử Nghiệm', province: 'TP. Hồ Chí Minh', country: 'VN', full: '1 Đường Thử, Phường Giả Định 1',
    },
    lines: [
      { ...shirt, key: '5100000001:710000000011:0:0:1', quantity: '1', salePriceVat: '79000' },
      { ...shirt, key: '5100000001:710000000011:0:0:2', quantity: '2', salePriceVat: '129000.00' },
      {
        key: '5100000002:0:42:0:1', itemId: '5100000002', modelId: null, name: 'Nón thử nghiệm', variation: null, productCode: 'NON-01', quantity: '1',
        quotedPrice: '80000', salePriceVat: '76000', imageUrl: 'https://cf.example.vn/2', cancelledQuantity: '0',
      },
    ],
    packages: [{ number: 'OFG260000000000001', trackingNumber: 'SPXVN060000000001', carrier: 'Nhanh (SPX Express)', status: 'LOGISTICS_PICKUP_DONE' }],
    history: [
      { kind: 'placed', at: '2026-07-14T03:32:20.000Z', data: {} },
      { kind: 'channel_status', at: '2026-07-14T03:38:20.000Z', data: wordsOf('READY_TO_SHIP', 'NOT_SHIPPED') },
      { kind: 'channel_status', at: '2026-07-14T15:33:20.000Z', data: wordsOf('SHIPPED', 'IN_TRANSIT') },
    ],
    ...over,
  };
}

export const wordsOf = (channelStatus: string, fulfilmentStatus: string, state = 'OPEN') => ({ channelStatus, fulfilmentStatus, state, paymentStatus: 'PAID' });
