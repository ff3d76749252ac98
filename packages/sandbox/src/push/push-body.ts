import { orderState, packageNumberOf } from '../world/order-state.ts';
import { hex32 } from '../world/rng.ts';
import type { Move, PushRecord } from '../world/types.ts';

export function msgIdOf(record: PushRecord, salt: number): string {
  return hex32(salt, record.seq);
}

/** The raw body, the same text on every retry: keys in the order of real pushes (Dec 2025). */
export function pushBody(record: PushRecord, salt: number): string {
  const { order, code } = record;
  const timestamp = Math.floor(record.queuedAt / 1000);
  return JSON.stringify({ msg_id: msgIdOf(record, salt), data: dataOf(record), shop_id: order.shop.id, code, timestamp });
}

function dataOf(record: PushRecord): object {
  const { order } = record;
  const move = order.moves[record.move] ?? order.moves[0];
  switch (record.code) {
    case 3:
      return { completed_scenario: scenarioOf(move), items: [], ordersn: order.orderSn, status: move.status, update_time: move.updateTime };
    case 4:
      return {
        ordersn: order.orderSn,
        forder_id: `586${String(order.seq + 1).padStart(16, '0')}`,
        package_number: packageNumberOf(order),
        tracking_no: orderState(order).trackingNumber,
      };
    case 30:
      return { ordersn: order.orderSn, package_number: packageNumberOf(order), fulfillment_status: move.logistics, update_time: move.updateTime };
  }
}

const scenarioOf = (move: Move): string | null => (move.status === 'COMPLETED' ? 'NORMAL' : null);
