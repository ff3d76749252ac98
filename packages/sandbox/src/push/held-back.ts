/** Items that wait a while each, so that later ones overtake them. */
export function createHeldBack<T>({ waitMs, onDue }: { waitMs: () => number; onDue: (item: T) => void }) {
  const timers = new Set<NodeJS.Timeout>();
  return {
    add: (item: T): void => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        onDue(item);
      }, waitMs());
      timers.add(timer);
    },
    size: () => timers.size,
    clear: (): void => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
