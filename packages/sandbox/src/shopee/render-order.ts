import { totalAmount } from '../world/order-facts.ts';
import { orderState, type OrderState, packageNumberOf } from '../world/order-state.ts';
import type { Order } from '../world/types.ts';
import { maskRecipient } from './mask.ts';
import { renderItems, renderPackageItems } from './render-items.ts';

const DAYS_TO_SHIP = 2;
const RETURN_WITHIN_S = 15 * 24 * 3600;
const always: ReadonlySet<string> = new Set([
  'order_sn', 'region', 'currency', 'cod', 'order_status', 'pending_terms', 'message_to_seller', 'create_time', 'update_time', 'days_to_ship',
  'ship_by_date', 'booking_sn',
]);

type RenderOptions = {
  /** `all` or the names in `response_optional_fields`; what is not asked for is absent. */
  fields: ReadonlySet<string> | 'all';
  /** How many of the order's moves the reader may see. */
  visible?: number | undefined;
  /** Starred personal data; without it the order's own flag decides. */
  masked?: boolean | undefined;
  /** PENDING is shown as such only to those who ask for it; to others the order is still UNPAID. */
  pendingShown: boolean;
};

export function renderOrder(order: Order, options: RenderOptions): Record<string, unknown> {
  const state = orderState(order, options.visible);
  const masked = options.masked ?? state.facts.masked;
  const { fields } = options;
  const wanted = (name: string): boolean => fields === 'all' || always.has(name) || fields.has(name);
  const whole = { ...headOf(order, state, options.pendingShown), ...bodyOf(state, masked), ...packageOf(order, state), ...tailOf(state) };
  return Object.fromEntries(Object.entries(whole).filter(([name, value]) => value !== undefined && wanted(name)));
}

function headOf(order: Order, state: OrderState, pendingShown: boolean): Record<string, unknown> {
  const { facts, status } = state;
  const pending = status === 'PENDING';
  return {
    order_sn: order.orderSn,
    region: 'VN',
    currency: 'VND',
    cod: facts.cod,
    total_amount: facts.cod || state.payTime !== null ? totalAmount(facts) : undefined,
    order_status: pending && !pendingShown ? 'UNPAID' : status,
    pending_terms: pending && pendingShown ? [facts.cod ? 'KYC_PENDING' : 'SYSTEM_PENDING'] : undefined,
    shipping_carrier: facts.carrier.name,
    checkout_shipping_carrier: facts.carrier.checkoutName,
    payment_method: facts.paymentMethod,
    estimated_shipping_fee: facts.shippingFee,
    message_to_seller: facts.messageToSeller,
    create_time: order.createTime,
    update_time: state.updateTime,
    days_to_ship: DAYS_TO_SHIP,
    ship_by_date: order.createTime + DAYS_TO_SHIP * 24 * 3600,
  };
}

function bodyOf(state: OrderState, masked: boolean): Record<string, unknown> {
  const { facts, cancel } = state;
  const known = state.completedAt !== undefined;
  return {
    buyer_user_id: facts.buyer.id,
    buyer_username: facts.buyer.username,
    recipient_address: masked ? maskRecipient(facts.recipient) : facts.recipient,
    actual_shipping_fee: known ? facts.shippingFee : 0,
    actual_shipping_fee_confirmed: known,
    goods_to_declare: false,
    note: facts.note,
    note_update_time: 0,
    item_list: renderItems(state),
    pay_time: state.payTime,
    dropshipper: null,
    dropshipper_phone: null,
    split_up: false,
    buyer_cancel_reason: cancel.buyerReason,
    cancel_by: cancel.by,
    cancel_reason: cancel.reason,
    buyer_cpf_id: null,
    fulfillment_flag: facts.fulfillmentFlag,
    pickup_done_time: state.pickupDoneTime,
  };
}

function packageOf(order: Order, { logistics, facts }: OrderState): Record<string, unknown> {
  const parcel = {
    package_number: packageNumberOf(order),
    logistics_status: logistics,
    logistics_channel_id: facts.carrier.channelId,
    shipping_carrier: facts.carrier.name,
    allow_self_design_awb: false,
    item_list: renderPackageItems(facts.lines),
    parcel_chargeable_weight_gram: 600,
    group_shipment_id: null,
  };
  return { package_list: logistics === '' ? [] : [parcel] };
}

function tailOf({ status, completedAt }: OrderState): Record<string, unknown> {
  return {
    invoice_data: null,
    reverse_shipping_fee: 0,
    order_chargeable_weight_gram: 0,
    edt_from: 0,
    edt_to: 0,
    prescription_images: [],
    prescription_check_status: 0,
    payment_info: null,
    advance_package: false,
    hot_listing_order: false,
    can_full_cancel_order: status !== 'CANCELLED',
    can_partial_cancel_order: false,
    affiliate_sample_type: 0,
    return_request_due_date: completedAt === undefined ? undefined : completedAt + RETURN_WITHIN_S,
  };
}
