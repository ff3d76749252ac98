import type { Clock } from '../clock.ts';
import { pushesOfMove } from '../push/pushes-of-move.ts';
import type { Sender } from '../push/sender.ts';
import type { Tally } from '../push/tally.ts';
import type { Step } from '../world/plan-life.ts';
import { lastMove, type Order, type PushRecord } from '../world/types.ts';
import type { NewOrder, World } from '../world/world.ts';

type MoveOptions = { tally?: Tally | undefined; updateTime?: number | undefined; silent?: boolean | undefined };
type MoverDeps = { world: World; sender: Sender; clock: Clock };

/** Creates and moves orders, and lets the world know: the one place where a change and its pushes meet. */
export type Mover = {
  create(given: Omit<NewOrder, 'nowMs'>, options?: MoveOptions): { order: Order; pushed: Promise<void> };
  move(order: Order, step: Step, options?: MoveOptions): Promise<void>;
  reset(): void;
};

export function createMover({ world, sender, clock }: MoverDeps): Mover {
  let nextSeq = 0;
  const push = async (order: Order, tally: Tally | undefined): Promise<void> => {
    const at = order.moves.length - 1;
    const records = pushesOfMove(order, at).map((code): PushRecord => {
      nextSeq += 1;
      return { seq: nextSeq, code, order, move: at, queuedAt: clock(), sentAt: 0, acknowledgedAt: 0, attempts: 0, status: 'queued' };
    });
    order.pushes.push(...records);
    await Promise.all(records.map((record) => sender.send(record, tally)));
  };
  return {
    create: (given, options = {}) => {
      const order = world.create({ ...given, nowMs: clock() });
      return { order, pushed: options.silent ? Promise.resolve() : push(order, options.tally) };
    },
    move: async (order, step, options = {}) => {
      const now = clock();
      const updateTime = options.updateTime ?? Math.max(Math.floor(now / 1000), lastMove(order).updateTime);
      world.move(order, { ...step, updateTime, nowMs: now });
      if (!options.silent) await push(order, options.tally);
    },
    reset: () => {
      nextSeq = 0;
    },
  };
}
