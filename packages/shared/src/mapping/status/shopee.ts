import type { PackageStatusRow, StatusRow } from './rows.ts';

const guide = 'open.shopee.com developer-guide/229, read 2026-08';
const labels = 'Shopee Seller Centre (vi), seed of 2026';

/** Shopee's `order_status`, every word that its reference and its Seller Centre use. */
export const shopeeStatuses = [
  {
    source: 'UNPAID', fulfilment: 'NOT_SHIPPED', state: 'OPEN', rank: 10, vi: 'Chưa thanh toán', en: 'Unpaid', doc: guide,
    meaning: { vi: 'khách đã đặt, chưa trả tiền', en: 'placed, not paid yet' },
  },
  {
    source: 'PENDING', fulfilment: 'NOT_SHIPPED', state: 'OPEN', rank: 15, vi: 'Shopee tạm giữ', en: 'On hold', doc: guide,
    meaning: { vi: 'Shopee đang kiểm tra đơn, chưa được chuẩn bị hàng', en: 'Shopee is checking the order; do not prepare it yet' },
  },
  {
    source: 'INVOICE_PENDING', fulfilment: 'NOT_SHIPPED', state: 'OPEN', rank: 16, vi: 'Chờ hóa đơn', en: 'Invoice pending', doc: guide,
    meaning: { vi: 'đợi hóa đơn trước khi giao', en: 'waits for an invoice before shipping' },
  },
  {
    source: 'READY_TO_SHIP', fulfilment: 'NOT_SHIPPED', state: 'OPEN', rank: 20, comesAfter: ['IN_CANCEL'], vi: 'Sẵn sàng giao', en: 'Ready to ship', doc: labels,
    meaning: { vi: 'đã thanh toán hoặc COD, đợi nhà bán xác nhận', en: 'paid or cash on delivery; the seller may arrange shipment' },
  },
  {
    source: 'RETRY_SHIP', fulfilment: 'READY_TO_SHIP', state: 'OPEN', rank: 25, comesAfter: ['PROCESSED'], vi: 'Thử lại giao hàng', en: 'Retry shipping', doc: labels,
    meaning: { vi: 'lấy hàng không thành, cần hẹn lại', en: 'pick-up failed; arrange it again' },
  },
  {
    source: 'PROCESSED', fulfilment: 'READY_TO_SHIP', state: 'OPEN', rank: 30, comesAfter: ['IN_CANCEL'], vi: 'Chờ lấy hàng', en: 'Waiting for pick-up', doc: guide,
    meaning: { vi: 'đã sắp xếp vận chuyển, đợi đơn vị vận chuyển lấy hàng', en: 'shipment is arranged; the carrier will pick it up' },
  },
  {
    source: 'IN_CANCEL', fulfilment: 'FROM_PACKAGES', state: 'CANCELLING', rank: 35, vi: 'Đang hủy', en: 'Cancelling', doc: labels,
    meaning: { vi: 'khách xin hủy, đợi chấp nhận hoặc từ chối', en: 'the buyer asks to cancel; it waits for an answer' },
  },
  {
    source: 'SHIPPED', fulfilment: 'IN_TRANSIT', state: 'OPEN', rank: 40, vi: 'Đã giao', en: 'Shipped', doc: labels,
    meaning: { vi: 'đã giao cho đơn vị vận chuyển', en: 'handed to the carrier' },
  },
  {
    source: 'TO_CONFIRM_RECEIVE', fulfilment: 'DELIVERED', state: 'OPEN', rank: 50, vi: 'Chờ xác nhận', en: 'To confirm', doc: labels,
    meaning: { vi: 'khách đã nhận, chưa xác nhận', en: 'the buyer has it and has not confirmed yet' },
  },
  {
    source: 'TO_RETURN', fulfilment: 'FROM_PACKAGES', state: 'RETURNING', rank: 60, vi: 'Chờ trả hàng', en: 'To return', doc: labels,
    meaning: { vi: 'khách đang trả hàng', en: 'a return is running' },
  },
  {
    source: 'TO_REFUND', fulfilment: 'FROM_PACKAGES', state: 'RETURNING', rank: 65, vi: 'Chờ hoàn tiền', en: 'To refund', doc: labels,
    meaning: { vi: 'đợi hoàn tiền cho khách', en: 'a refund is waiting' },
  },
  {
    source: 'COMPLETED', fulfilment: 'DELIVERED', state: 'COMPLETED', rank: 70, vi: 'Hoàn thành', en: 'Completed', doc: labels,
    meaning: { vi: 'đã xong; khách vẫn có thể yêu cầu trả hàng', en: 'done; a return may still be raised' },
  },
  {
    source: 'CANCELLED', fulfilment: 'CANCELLED', state: 'CANCELLED', rank: 80, vi: 'Đã hủy', en: 'Cancelled', doc: labels,
    meaning: { vi: 'đơn đã hủy trên Shopee', en: 'cancelled on Shopee' },
  },
] as const satisfies readonly StatusRow[];

/** Shopee's `package_list[].logistics_status`. */
export const shopeePackageStatuses = [
  { source: 'LOGISTICS_NOT_START', fulfilment: 'NOT_SHIPPED', vi: 'Chưa bắt đầu', en: 'Not started', doc: guide },
  { source: 'LOGISTICS_READY', fulfilment: 'NOT_SHIPPED', vi: 'Chờ xác nhận gói', en: 'Ready to arrange', doc: guide },
  { source: 'LOGISTICS_PENDING_ARRANGE', fulfilment: 'NOT_SHIPPED', vi: 'Chờ sắp xếp', en: 'Pending arrangement', doc: guide },
  { source: 'LOGISTICS_INVALID', fulfilment: 'NOT_SHIPPED', vi: 'Không hợp lệ', en: 'Invalid', doc: guide },
  { source: 'LOGISTICS_REQUEST_CREATED', fulfilment: 'READY_TO_SHIP', vi: 'Đã yêu cầu lấy hàng', en: 'Pick-up requested', doc: guide },
  { source: 'LOGISTICS_PICKUP_RETRY', fulfilment: 'READY_TO_SHIP', vi: 'Hẹn lấy lại', en: 'Pick-up retried', doc: guide },
  { source: 'LOGISTICS_PICKUP_FAILED', fulfilment: 'READY_TO_SHIP', vi: 'Lấy hàng thất bại', en: 'Pick-up failed', doc: guide },
  { source: 'LOGISTICS_PICKUP_DONE', fulfilment: 'IN_TRANSIT', vi: 'Đã lấy hàng', en: 'Picked up', doc: guide },
  { source: 'LOGISTICS_DELIVERY_DONE', fulfilment: 'DELIVERED', vi: 'Đã giao đến khách', en: 'Delivered', doc: guide },
  { source: 'LOGISTICS_DELIVERY_FAILED', fulfilment: 'CANCELLED', vi: 'Giao thất bại', en: 'Delivery failed', doc: guide },
  { source: 'LOGISTICS_LOST', fulfilment: 'CANCELLED', vi: 'Thất lạc', en: 'Lost', doc: guide },
  { source: 'LOGISTICS_COD_REJECTED', fulfilment: 'CANCELLED', vi: 'COD bị từ chối', en: 'Cash on delivery rejected', doc: guide },
  { source: 'LOGISTICS_REQUEST_CANCELED', fulfilment: 'CANCELLED', vi: 'Đã hủy lấy hàng', en: 'Pick-up cancelled', doc: guide },
] as const satisfies readonly PackageStatusRow[];
