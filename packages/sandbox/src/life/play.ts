import { setTimeout as wait } from 'node:timers/promises';
import { type Clock, secondsOf } from '../clock.ts';
import { createTally } from '../push/tally.ts';
import { isCod } from '../world/order-facts.ts';
import { planLife } from '../world/plan-life.ts';
import { createRng, mixSeed } from '../world/rng.ts';
import { lastMove, type Shop } from '../world/types.ts';
import type { Mover } from './mover.ts';

type PlayOptions = {
  shops: readonly [Shop, ...Shop[]];
  orders: number;
  concurrency: number;
  seed: number;
  ordersPerSecond: number | undefined;
  /** Lives go on only so far: the number of steps after the first. */
  maxSteps: number | undefined;
  waitMs: number;
  signal: AbortSignal;
};

type PlayReport = {
  seed: number;
  orders: number;
  moves: number;
  pushes: number;
  acknowledged: number;
  lost: number;
  dropped: number;
  pending: number;
  seconds: number;
  pushesPerSecond: number;
  byStatus: Record<string, number>;
};

/** Plays whole lives as fast as pushes go, and waits until all are acknowledged or given up (or `waitMs` is over). */
export async function play({ mover, clock }: { mover: Mover; clock: Clock }, options: PlayOptions): Promise<PlayReport> {
  const { shops, orders, concurrency, seed, signal } = options;
  const tally = createTally();
  const byStatus: Record<string, number> = {};
  const started = performance.now();
  let next = 0;
  let created = 0;
  let moves = 0;
  const liveOne = async (number: number): Promise<void> => {
    const orderSeed = mixSeed(seed, number);
    const shop = shops[number % shops.length] ?? shops[0];
    const [first, ...steps] = planLife(createRng(mixSeed(orderSeed, 7)), isCod(orderSeed, undefined));
    const { order, pushed } = mover.create({ shop, seed: orderSeed, createTime: secondsOf(clock), ...first }, { tally });
    created += 1;
    moves += 1;
    await pushed;
    for (const step of steps.slice(0, options.maxSteps)) {
      if (signal.aborted) break;
      moves += 1;
      await mover.move(order, step, { tally });
    }
    const { status } = lastMove(order);
    byStatus[status] = (byStatus[status] ?? 0) + 1;
  };
  const worker = async (): Promise<void> => {
    while (next < orders && !signal.aborted) {
      const number = next;
      next += 1;
      await pace(options, number, started);
      if (!signal.aborted) await liveOne(number);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, orders) }, worker));
  await settledOrLate(tally.settled(), options);
  const seconds = (performance.now() - started) / 1000;
  const { counts } = tally;
  const pushesPerSecond = Math.round(counts.pushes / seconds);
  return { seed, orders: created, moves, ...counts, pending: tally.pending(), seconds: Math.round(seconds * 1000) / 1000, pushesPerSecond, byStatus };
}

async function pace({ ordersPerSecond, signal }: PlayOptions, number: number, started: number): Promise<void> {
  if (ordersPerSecond === undefined) return;
  const ms = started + (number * 1000) / ordersPerSecond - performance.now();
  if (ms > 1) await wait(ms, undefined, { signal }).catch(() => undefined);
}

async function settledOrLate(settled: Promise<void>, { waitMs, signal }: PlayOptions): Promise<void> {
  const over = new AbortController();
  const late = wait(waitMs, undefined, { signal: AbortSignal.any([signal, over.signal]) }).catch(() => undefined);
  await Promise.race([settled, late]);
  over.abort();
}
