import type { OrderListItem } from '../features/orders/model/order.ts';

/** An order of the list for tests; what matters to a test is said by it. */
export function listItem(fields: Partial<OrderListItem> = {}): OrderListItem {
  return {
    id: '1', version: 'v1', channel: 'shopee', storeId: '1', storeName: 'Tiệm Thử', code: '261124TEST01', channelStatus: 'READY_TO_SHIP', channelStatusLabel: null,
    fulfilmentStatus: 'NOT_SHIPPED', paymentStatus: 'UNPAID', state: 'OPEN', currency: 'VND', totalAmount: '1000', shippingFee: null, discount: null, refundedAmount: '0',
    paymentMethod: null, cashOnDelivery: null, paidAt: null, sourceCreatedAt: '2026-11-24T07:00:00.000Z', sourceUpdatedAt: null, shipBy: null, processedInCrm: false, problems: [],
    buyerMessage: null, cancelReason: null, note: null, tags: [], assignee: null, assigneeName: null, customer: { name: null, phone: null, address: null, masked: true },
    packages: [], lines: [], lineCount: 0, itemCount: 0, ...fields,
  };
}
