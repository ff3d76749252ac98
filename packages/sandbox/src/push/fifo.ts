/** First in, first out; taking does not shift the whole array, as a backlog may hold a million. */
type Fifo<T> = { add(item: T): void; peek(): T | undefined; take(): T | undefined; size(): number; clear(): void };

export function createFifo<T>(): Fifo<T> {
  let items: T[] = [];
  let head = 0;
  return {
    add: (item) => {
      items.push(item);
    },
    peek: () => items[head],
    take: () => {
      const item = items[head];
      if (head < items.length) head += 1;
      if (head > 10_000 && head * 2 > items.length) {
        items = items.slice(head);
        head = 0;
      }
      return item;
    },
    size: () => items.length - head,
    clear: () => {
      items = [];
      head = 0;
    },
  };
}
