import { describe, expect, it } from 'vitest';
import { createWriteBatcher, type WriteResult } from './write-batcher.ts';

type Write = (items: readonly string[]) => Promise<WriteResult<string>>;
const batcherOf = (write: Write, maxItems = 100) => createWriteBatcher({ write, maxItems, leftOutWaitMs: 1 });
const all: Write = () => Promise.resolve({ leftOut: [] });

describe('the write batcher', () => {
  it('writes at once what comes first, and together what comes meanwhile', async () => {
    const batches: string[][] = [];
    const batcher = batcherOf((items) => {
      batches.push([...items]);
      return all(items);
    });
    await Promise.all(['a', 'b', 'c'].map((item) => batcher.write([item])));
    expect(batches).toEqual([['a'], ['b', 'c']]);
  });

  it('has one batch under way at a time, of no more than its size', async () => {
    let underWay = 0;
    const sizes: number[] = [];
    const batcher = batcherOf(async (items) => {
      underWay += 1;
      expect(underWay).toBe(1);
      sizes.push(items.length);
      await Promise.resolve();
      underWay -= 1;
      return { leftOut: [] };
    }, 2);
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((item) => batcher.write([item])));
    expect(Math.max(...sizes)).toBe(2);
  });

  it('writes what was left out with the next batch; its job waits for it, its neighbours do not', async () => {
    const ended: string[] = [];
    let locked = true;
    const batcher = batcherOf((items) => Promise.resolve({ leftOut: locked ? items.filter((item) => item === 'locked') : [] }));
    const slow = batcher.write(['locked', 'a']).then(() => ended.push('slow'));
    await batcher.write(['b']).then(() => ended.push('fast'));
    expect(ended).toEqual(['fast']);
    locked = false;
    await slow;
    expect(ended).toEqual(['fast', 'slow']);
  });

  it('writes what nobody holds though a whole batch of held items waits before it, and does not hurry round meanwhile', async () => {
    let locked = true;
    let batches = 0;
    const batcher = batcherOf((items) => {
      batches += 1;
      return Promise.resolve({ leftOut: locked ? items.filter((item) => item.startsWith('held')) : [] });
    }, 3);
    const held = batcher.write(Array.from({ length: 7 }, (_, index) => `held ${String(index)}`));
    await batcher.write(['free']);
    expect(batches).toBeLessThan(5);
    locked = false;
    await held;
  });

  it('waits after a batch of which nothing could be written', async () => {
    const at: number[] = [];
    const batcher = createWriteBatcher<string>({
      write(items) {
        at.push(performance.now());
        return Promise.resolve({ leftOut: at.length < 4 ? [...items] : [] });
      },
      maxItems: 1,
      leftOutWaitMs: 20,
    });
    await Promise.all([batcher.write(['a']), batcher.write(['b'])]);
    expect((at[3] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(50);
  });

  it('fails the jobs of a batch that could not be written, and goes on', async () => {
    const batcher = batcherOf((items) => (items.includes('bad') ? Promise.reject(new Error('away')) : all(items)));
    const outcomes = await Promise.allSettled([batcher.write(['bad']), batcher.write(['good'])]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  it('has nothing to do for nothing', async () => {
    await expect(batcherOf(() => Promise.reject(new Error('never'))).write([])).resolves.toBeUndefined();
  });
});
