import type { Clock } from '../clock.ts';
import { createFifo } from './fifo.ts';

/** Documentation, push mechanism: again after 5 minutes, 30 minutes, 3 hours; then the lost list. */
const RETRY_AFTER_S = [300, 1_800, 10_800] as const;

type RetrySchedule<T> = {
  /** False when the item has used up its attempts. */
  add(item: T, attempts: number): boolean;
  size(): number;
  clear(): void;
};

/** One queue and one timer for each waiting time: within it, what came first is due first. */
export function createRetrySchedule<T>(options: { clock: Clock; timeScale: number; onDue: (item: T) => void }): RetrySchedule<T> {
  const lanes = RETRY_AFTER_S.map((seconds) => createLane(options, (seconds * 1000) / options.timeScale));
  return {
    add: (item, attempts) => {
      const lane = lanes[attempts - 1];
      lane?.add(item);
      return lane !== undefined;
    },
    size: () => lanes.reduce((sum, lane) => sum + lane.size(), 0),
    clear: () => {
      for (const lane of lanes) lane.clear();
    },
  };
}

function createLane<T>({ clock, onDue }: { clock: Clock; onDue: (item: T) => void }, waitMs: number) {
  const queue = createFifo<{ item: T; dueAt: number }>();
  let timer: NodeJS.Timeout | undefined;
  const arm = (): void => {
    const next = queue.peek();
    timer = next && setTimeout(run, Math.max(0, next.dueAt - clock()));
    timer?.unref();
  };
  const run = (): void => {
    for (let next = queue.peek(); next && next.dueAt <= clock(); next = queue.peek()) {
      queue.take();
      onDue(next.item);
    }
    arm();
  };
  return {
    add: (item: T): void => {
      queue.add({ item, dueAt: clock() + waitMs });
      if (timer === undefined) arm();
    },
    size: () => queue.size(),
    clear: (): void => {
      clearTimeout(timer);
      timer = undefined;
      queue.clear();
    },
  };
}
