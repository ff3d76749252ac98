import { createRng } from './rng.ts';
import { orderFacts, type OrderFacts } from './order-facts.ts';
import type { Move, Order } from './types.ts';

/** An order as it stands after its first `visible` moves: a pure fold, so that an older state can be shown, too. */
export type OrderState = {
  facts: OrderFacts;
  status: string;
  updateTime: number;
  logistics: string;
  payTime: number | null;
  pickupDoneTime: number;
  completedAt: number | undefined;
  trackingNumber: string;
  cancel: { by: string; reason: string; buyerReason: string };
  /** Units of the first line that are being returned, or have been. */
  returning: number;
  returned: number;
};

const paidFrom: ReadonlySet<string> = new Set(['PENDING', 'READY_TO_SHIP', 'PROCESSED', 'RETRY_SHIP', 'SHIPPED', 'TO_CONFIRM_RECEIVE', 'COMPLETED', 'TO_RETURN']);
const codPaidFrom: ReadonlySet<string> = new Set(['TO_CONFIRM_RECEIVE', 'COMPLETED']);
const buyerReasons = ['Need to change delivery address', 'Found cheaper elsewhere', 'Change of mind'] as const;
const sellerReasons = ['Out of stock', 'Undeliverable Area'] as const;

export function orderState(order: Order, visible = order.moves.length): OrderState {
  const facts = orderFacts({ seed: order.seed, catalogue: order.shop.catalogue, overrides: order.overrides });
  const moves = order.moves.slice(0, Math.max(1, visible));
  const last = moves.at(-1) ?? order.moves[0];
  const timeOf = (wanted: (move: Move) => boolean): number | undefined => moves.find(wanted)?.updateTime;
  const paid = facts.cod ? codPaidFrom : paidFrom;
  return {
    facts,
    status: last.status,
    updateTime: last.updateTime,
    logistics: last.logistics,
    payTime: timeOf((move) => paid.has(move.status)) ?? null,
    pickupDoneTime: timeOf((move) => move.logistics === 'LOGISTICS_PICKUP_DONE') ?? 0,
    completedAt: timeOf((move) => move.status === 'COMPLETED'),
    trackingNumber: moves.some((move) => move.status === 'PROCESSED') ? trackingNumberOf(order, facts) : '',
    cancel: cancelOf(moves, facts),
    ...returnOf(moves, facts),
  };
}

export function packageNumberOf(order: Order): string {
  return `OFG26${String(order.seq + 1).padStart(13, '0')}`;
}

function trackingNumberOf(order: Order, facts: OrderFacts): string {
  return facts.carrier.prefix + String(order.seq + 1).padStart(10, '0');
}

function cancelOf(moves: readonly Move[], facts: OrderFacts): OrderState['cancel'] {
  const rng = createRng(facts.laterSeed);
  const buyerReason = rng.pick(buyerReasons);
  const status = moves.at(-1)?.status;
  const before = moves.at(-2)?.status;
  if (status === 'IN_CANCEL') return { by: '', reason: '', buyerReason };
  if (status !== 'CANCELLED') return { by: '', reason: '', buyerReason: '' };
  if (before === 'IN_CANCEL') return { by: 'buyer', reason: 'Buyer Request to Cancel', buyerReason };
  if (before === 'UNPAID') return { by: 'system', reason: 'Unpaid Order', buyerReason: '' };
  if (before === 'READY_TO_SHIP' || before === 'PROCESSED') return { by: 'seller', reason: rng.pick(sellerReasons), buyerReason: '' };
  if (before === 'RETRY_SHIP') return { by: 'system', reason: 'BACKEND_LOGISTICS_NOT_STARTED', buyerReason: '' };
  return { by: 'system', reason: 'Failed Delivery', buyerReason: '' };
}

function returnOf(moves: readonly Move[], facts: OrderFacts): { returning: number; returned: number } {
  const units = facts.lines[0]?.quantity ?? 0;
  const some = createRng(facts.laterSeed + 1).int(Math.min(1, units), units);
  const status = moves.at(-1)?.status;
  if (status === 'TO_RETURN') return { returning: some, returned: 0 };
  const over = (status === 'COMPLETED' || status === 'CANCELLED') && moves.at(-2)?.status === 'TO_RETURN';
  return { returning: 0, returned: over ? some : 0 };
}
