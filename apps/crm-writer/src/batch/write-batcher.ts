// Gathers the snapshots of many jobs into few transactions, one at a time. A job is done when each of its snapshots is:
// applied, or its rows have spent an attempt. Snapshots whose order somebody else holds go to the end of the row.
// Nothing is kept here that Redis and the inbox do not hold: a crash makes the jobs run again, which changes nothing.

export type WriteResult<T> = { leftOut: T[] };

export type WriteBatcher<T> = {
  /** Resolves when all items are written; rejects where writing gave up. */
  write(items: readonly T[]): Promise<void>;
};

export type WriteBatcherOptions<T> = {
  write: (items: readonly T[]) => Promise<WriteResult<T>>;
  maxItems: number;
  /** How long to wait after a batch of which nothing could be written. */
  leftOutWaitMs: number;
};

type Waiting<T> = { item: T; job: { open: number; resolve(): void; reject(error: unknown): void } };

export function createWriteBatcher<T>({ write, maxItems, leftOutWaitMs }: WriteBatcherOptions<T>): WriteBatcher<T> {
  const waiting: Waiting<T>[] = [];
  let running = false;

  async function run(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, maxItems);
      const leftOut = await flush(batch);
      // At the tail: what somebody holds must not keep out what nobody does.
      waiting.push(...leftOut);
      if (leftOut.length === batch.length) await new Promise((resolve) => setTimeout(resolve, leftOutWaitMs));
    }
    running = false;
  }

  async function flush(batch: readonly Waiting<T>[]): Promise<Waiting<T>[]> {
    try {
      const leftOut = new Set((await write(batch.map(({ item }) => item))).leftOut);
      for (const { item, job } of batch) if (!leftOut.has(item) && --job.open === 0) job.resolve();
      return batch.filter(({ item }) => leftOut.has(item));
    } catch (error) {
      for (const { job } of batch) job.reject(error);
      return [];
    }
  }

  return {
    write(items) {
      if (items.length === 0) return Promise.resolve();
      return new Promise((resolve, reject) => {
        const job = { open: items.length, resolve, reject };
        waiting.push(...items.map((item) => ({ item, job })));
        if (!running) void run();
      });
    },
  };
}
