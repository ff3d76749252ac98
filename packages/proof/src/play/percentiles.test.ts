import { describe, expect, it } from 'vitest';
import { percentilesOf } from './percentiles.ts';

describe('percentiles', () => {
  it('are values that were measured', () => {
    expect(percentilesOf(Array.from({ length: 200 }, (_, index) => 200 - index))).toEqual({ p50: 100, p95: 190, p99: 198 });
    expect(percentilesOf([7])).toEqual({ p50: 7, p95: 7, p99: 7 });
  });

  it('are none where nothing was measured', () => {
    expect(percentilesOf([])).toEqual({ p50: null, p95: null, p99: null });
  });
});
