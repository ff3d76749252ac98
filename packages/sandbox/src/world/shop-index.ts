import type { Order } from './types.ts';

export type TimeField = 'create_time' | 'update_time';
type Touch = { time: number; order: Order };

/** A shop's orders by time. A move only appends; what an order has left behind is skipped on reading and swept out in bulk. */
export type ShopIndex = {
  touch(order: Order, time: number): void;
  /** Orders whose last touch lies in [from, to], oldest first. */
  between(field: TimeField, range: { from: number; to: number }): Iterable<Order>;
};

export function createShopIndex(): ShopIndex {
  const created = createTimeline();
  const updated = createTimeline();
  const latest = new Map<Order, Touch>();
  const touch = (order: Order, time: number): void => {
    if (!latest.has(order)) created.add({ time: order.createTime, order });
    const entry = { time, order };
    latest.set(order, entry);
    updated.add(entry);
    if (updated.size() > 1_000 && updated.size() > latest.size * 4) updated.keep((candidate) => latest.get(candidate.order) === candidate);
  };
  function* between(field: TimeField, range: { from: number; to: number }): Iterable<Order> {
    const timeline = field === 'create_time' ? created : updated;
    for (const entry of timeline.between(range)) if (field === 'create_time' || latest.get(entry.order) === entry) yield entry.order;
  }
  return { touch, between };
}

function createTimeline() {
  let entries: Touch[] = [];
  let sorted = true;
  const add = (entry: Touch): void => {
    const last = entries.at(-1);
    if (last && last.time > entry.time) sorted = false;
    entries.push(entry);
  };
  const firstFrom = (from: number): number => {
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = entries[middle];
      if (entry && entry.time < from) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  function* between({ from, to }: { from: number; to: number }): Iterable<Touch> {
    if (!sorted) entries.sort((first, second) => first.time - second.time);
    sorted = true;
    for (let index = firstFrom(from); index < entries.length; index += 1) {
      const entry = entries[index];
      if (!entry || entry.time > to) return;
      yield entry;
    }
  }
  const keep = (wanted: (entry: Touch) => boolean): void => {
    entries = entries.filter(wanted);
  };
  return { add, between, keep, size: () => entries.length };
}
