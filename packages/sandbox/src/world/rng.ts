/** A seeded generator (mulberry32): the same seed gives the same world, so a run can be replayed. */
export type Rng = {
  /** 0 ≤ x < 1 */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<L extends readonly [unknown, ...unknown[]]>(list: L): L[number];
};

export function createRng(seed: number): Rng {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => list[int(0, list.length - 1)] ?? list[0],
  };
}

/** Two numbers into one well-stirred 32-bit seed. */
export function mixSeed(first: number, second: number): number {
  let mixed = (Math.imul(first ^ (first >>> 16), 0x45d9f3b) ^ Math.imul(second + 0x9e3779b9, 0x85ebca6b)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** 32 lower hex digits from two numbers: tokens and message ids. */
export function hex32(first: number, second: number): string {
  const parts = [first >>> 0, mixSeed(first, second), mixSeed(second, first), second >>> 0];
  return parts.map((part) => part.toString(16).padStart(8, '0')).join('');
}
