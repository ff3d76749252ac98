import { describe, expect, it } from 'vitest';
import { createFaults } from '../faults/faults.ts';
import { createLostList } from '../push/lost-list.ts';
import { createSender } from '../push/sender.ts';
import { createStats } from '../stats.ts';
import { lastMove } from '../world/types.ts';
import { createWorld } from '../world/world.ts';
import { createDay } from './day.ts';
import { createMover } from './mover.ts';

function setUp() {
  const state = { nowMs: 1_784_000_000_000 };
  const clock = () => state.nowMs;
  const deliver = { post: () => Promise.resolve(true), close: () => Promise.resolve() };
  const sender = createSender({ deliver, clock, faults: createFaults(1), stats: createStats(), lost: createLostList(clock), timeScale: 1, concurrency: 8 });
  const world = createWorld(1);
  const shop = world.addShop({ name: 'Thử', nowMs: state.nowMs });
  const day = createDay({ mover: createMover({ world, sender, clock }), clock });
  const pass = (seconds: number): void => {
    for (let second = 0; second < seconds; second += 1) {
      state.nowMs += 1_000;
      day.tick();
    }
  };
  return { world, shop, day, pass };
}

describe('a day', () => {
  it('brings orders at its rate, and each goes its way to an end', () => {
    const { world, shop, day, pass } = setUp();
    day.start({ shops: [shop], ordersPerMinute: 6, stepSeconds: 20, seed: 3 });
    pass(600);
    expect(world.orderCount()).toBe(60);
    pass(3);
    const ended = [...world.ordersFrom(0)].filter((order) => ['COMPLETED', 'CANCELLED'].includes(lastMove(order).status));
    expect(ended.length).toBeGreaterThan(20);
    day.stop();
    const before = world.orderCount();
    pass(60);
    expect(world.orderCount()).toBe(before);
    expect(day.state()).toMatchObject({ running: false });
  });
});
