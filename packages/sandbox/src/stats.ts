/** Counters since the start or the last reset. */
export type Stats = {
  readonly pushes: { sent: number; acknowledged: number; failed: number; lost: number; dropped: number };
  readonly apiCalls: Map<string, number>;
  readonly errors: Map<string, number>;
  count(which: 'apiCalls' | 'errors', name: string): void;
  reset(): void;
};

export function createStats(): Stats {
  const zero = { sent: 0, acknowledged: 0, failed: 0, lost: 0, dropped: 0 };
  const pushes = { ...zero };
  const maps = { apiCalls: new Map<string, number>(), errors: new Map<string, number>() };
  return {
    pushes,
    ...maps,
    count: (which, name) => {
      maps[which].set(name, (maps[which].get(name) ?? 0) + 1);
    },
    reset: () => {
      Object.assign(pushes, zero);
      maps.apiCalls.clear();
      maps.errors.clear();
    },
  };
}
