import { z } from 'zod';

/** The CRM's own words for an order; the order of each list is the order in which an order usually passes them. */
export const fulfilmentStatuses = ['NOT_SHIPPED', 'READY_TO_SHIP', 'IN_TRANSIT', 'DELIVERED', 'CANCELLED'] as const;
export const FulfilmentStatusSchema = z.enum(fulfilmentStatuses);
export type FulfilmentStatus = z.infer<typeof FulfilmentStatusSchema>;

export const paymentStatuses = ['UNPAID', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'] as const;
export const PaymentStatusSchema = z.enum(paymentStatuses);
export type PaymentStatus = z.infer<typeof PaymentStatusSchema>;

export const orderStates = ['OPEN', 'CANCELLING', 'CANCELLED', 'RETURNING', 'COMPLETED'] as const;
export const OrderStateSchema = z.enum(orderStates);
export type OrderState = z.infer<typeof OrderStateSchema>;

export const orderProblems = [
  'UNLINKED_SKU', 'SHORT_STOCK', 'LATE', 'UNKNOWN_STATUS', 'INCOMPLETE', 'CANCEL_REQUESTED', 'CANCELLED_AT_MARKETPLACE', 'COMMAND_REFUSED',
] as const;
export const OrderProblemSchema = z.enum(orderProblems);
export type OrderProblem = z.infer<typeof OrderProblemSchema>;

export type Label = { vi: string; en: string };

export const fulfilmentLabels = {
  NOT_SHIPPED: { vi: 'Chưa giao hàng', en: 'Not shipped' },
  READY_TO_SHIP: { vi: 'Chờ giao hàng', en: 'Ready to ship' },
  IN_TRANSIT: { vi: 'Đang giao hàng', en: 'In transit' },
  DELIVERED: { vi: 'Đã giao hàng', en: 'Delivered' },
  CANCELLED: { vi: 'Hủy giao hàng', en: 'Cancelled' },
} as const satisfies Record<FulfilmentStatus, Label>;

export const paymentLabels = {
  UNPAID: { vi: 'Chưa thanh toán', en: 'Unpaid' },
  PAID: { vi: 'Đã thanh toán', en: 'Paid' },
  PARTIALLY_REFUNDED: { vi: 'Nhập trả một phần', en: 'Partially refunded' },
  REFUNDED: { vi: 'Đã nhập trả', en: 'Refunded' },
} as const satisfies Record<PaymentStatus, Label>;

export const stateLabels = {
  OPEN: { vi: 'Đang mở', en: 'Open' },
  CANCELLING: { vi: 'Đang hủy', en: 'Cancelling' },
  CANCELLED: { vi: 'Đã hủy', en: 'Cancelled' },
  RETURNING: { vi: 'Đang trả hàng', en: 'Returning' },
  COMPLETED: { vi: 'Hoàn thành', en: 'Completed' },
} as const satisfies Record<OrderState, Label>;
