import { wire } from 'shared/json/parse-exact';
import { z } from 'zod';

export const ORDER_DETAIL_PATH = '/api/v2/order/get_order_detail'; // takes 1 to 50 numbers

/** Not asked for = absent, not empty. */
export const orderDetailFields = [
  'total_amount', 'item_list', 'estimated_shipping_fee', 'actual_shipping_fee', 'actual_shipping_fee_confirmed', 'recipient_address',
  'buyer_user_id', 'buyer_username', 'pay_time', 'payment_method', 'package_list', 'shipping_carrier', 'note', 'cancel_by', 'cancel_reason',
  'buyer_cancel_reason', 'fulfillment_flag', 'pickup_done_time',
].join(',');

export const looseObject = z.record(z.string(), z.unknown());

/** What a call answers; each order is read on its own, so that one that is odd fails alone. */
export const OrderDetailAnswerSchema = z.object({ order_list: z.array(z.unknown()) });

/** Which order it is: enough to know whose failure it is. */
export const OrderNumberSchema = z.object({ order_sn: wire.text });

/** An order as far as the mapping looks into it; single fields are read by the field tables of `shared`. */
export const OrderDetailSchema = z.looseObject({
  order_sn: wire.text,
  order_status: z.string().min(1),
  // PHP writes an empty object as a list, or as "".
  item_list: z.array(z.unknown()).nullish().catch(null),
  package_list: z.array(z.unknown()).nullish().catch(null),
  recipient_address: looseObject.nullish().catch(null),
});
export type OrderDetail = z.infer<typeof OrderDetailSchema>;
