/**
 * What a caller should do with a failure:
 * `never`: it cannot heal by itself; `backoff`: again, with growing waits; `{ afterMs }`: again, not before.
 */
export type Retry = 'never' | 'backoff' | { afterMs: number };
