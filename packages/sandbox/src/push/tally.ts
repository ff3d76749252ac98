/** What became of a group of pushes; `settled` resolves when none is under way any more. */
export type Tally = {
  readonly counts: { pushes: number; acknowledged: number; lost: number; dropped: number };
  pending(): number;
  added(): void;
  ended(as: 'acknowledged' | 'lost' | 'dropped'): void;
  settled(): Promise<void>;
};

export function createTally(): Tally {
  const counts = { pushes: 0, acknowledged: 0, lost: 0, dropped: 0 };
  const pending = (): number => counts.pushes - counts.acknowledged - counts.lost - counts.dropped;
  let waiting: (() => void)[] = [];
  return {
    counts,
    pending,
    added: () => {
      counts.pushes += 1;
    },
    ended: (as) => {
      counts[as] += 1;
      if (pending() > 0) return;
      for (const resolve of waiting) resolve();
      waiting = [];
    },
    settled: () =>
      pending() === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push(resolve);
          }),
  };
}
