import { type Clock, secondsOf } from '../clock.ts';
import { isCod } from '../world/order-facts.ts';
import { planLife, type Step } from '../world/plan-life.ts';
import { createRng, mixSeed, type Rng } from '../world/rng.ts';
import type { Order, Shop } from '../world/types.ts';
import type { Mover } from './mover.ts';

type DayOptions = { shops: readonly [Shop, ...Shop[]]; ordersPerMinute: number; stepSeconds: number; seed: number };
type DayState = { running: boolean; shopIds: number[]; ordersPerMinute: number; stepSeconds: number; created: number; open: number };
type Life = { order: Order; steps: Step[]; dueAt: number };

const TICK_MS = 200;
const stopped: DayState = { running: false, shopIds: [], ordersPerMinute: 0, stepSeconds: 0, created: 0, open: 0 };

/** A shop's quiet day: orders come in, and each goes its way with pauses in between. */
export type Day = { start(options: DayOptions): void; stop(): void; state(): DayState; tick(): void };

export function createDay({ mover, clock }: { mover: Mover; clock: Clock }): Day {
  let run: ReturnType<typeof createRun> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const tick = (): void => run?.tick();
  const stop = (): void => {
    clearInterval(timer);
    run = undefined;
  };
  return {
    start: (options) => {
      stop();
      run = createRun({ mover, clock }, options);
      timer = setInterval(tick, TICK_MS);
      timer.unref();
    },
    stop,
    tick,
    state: () => run?.state() ?? stopped,
  };
}

function createRun({ mover, clock }: { mover: Mover; clock: Clock }, options: DayOptions) {
  const rng = createRng(options.seed);
  const startedAt = clock();
  let created = 0;
  let lives: Life[] = [];
  const born = (): void => {
    const seed = mixSeed(options.seed, created);
    const [first, ...steps] = planLife(createRng(mixSeed(seed, 7)), isCod(seed, undefined));
    const { order } = mover.create({ shop: rng.pick(options.shops), seed, createTime: secondsOf(clock), ...first });
    lives.push({ order, steps, dueAt: clock() + pauseMs(rng, options.stepSeconds) });
  };
  const step = (life: Life): void => {
    const next = life.steps.shift();
    if (next) void mover.move(life.order, next);
    life.dueAt = clock() + pauseMs(rng, options.stepSeconds);
  };
  return {
    tick: (): void => {
      const wanted = Math.floor(((clock() - startedAt) * options.ordersPerMinute) / 60_000);
      for (; created < wanted; created += 1) born();
      const now = clock();
      for (const life of lives) if (life.dueAt <= now) step(life);
      lives = lives.filter(({ steps }) => steps.length > 0);
    },
    state: (): DayState => {
      const { ordersPerMinute, stepSeconds } = options;
      return { running: true, shopIds: options.shops.map(({ id }) => id), ordersPerMinute, stepSeconds, created, open: lives.length };
    },
  };
}

/** Between half and one and a half of the mean. */
const pauseMs = (rng: Rng, stepSeconds: number): number => stepSeconds * 1000 * (0.5 + rng.next());
