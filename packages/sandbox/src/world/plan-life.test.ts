import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planLife } from './plan-life.ts';
import { createRng } from './rng.ts';
import { firstStatuses, isKnownStatus, nextStatuses, transitions } from './transitions.ts';
import { wayTo } from './way-to.ts';

const seeds = fc.integer({ min: 0, max: 0xffffffff });

describe('lives', () => {
  it('follow the transitions, from a first status to an end', () => {
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, cod) => {
        const statuses = planLife(createRng(seed), cod).map(({ status }) => status);
        const changes = statuses.filter((status, index) => status !== statuses[index - 1]);
        expect(firstStatuses(cod)).toContain(changes[0]);
        changes.slice(1).forEach((status, index) => expect([...nextStatuses(changes.slice(0, index + 1)).keys()]).toContain(status));
        expect(['COMPLETED', 'CANCELLED']).toContain(changes.at(-1));
      }),
      { numRuns: 2_000 },
    );
  });

  it('are the same for the same seed', () => {
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, cod) => {
        expect(planLife(createRng(seed), cod)).toEqual(planLife(createRng(seed), cod));
      }),
    );
  });

  it('pass every known status in some life', () => {
    const passed = new Set(Array.from({ length: 2_000 }, (_, seed) => planLife(createRng(seed), seed % 2 === 0)).flat().map(({ status }) => status));
    expect([...passed].toSorted()).toEqual(Object.keys(transitions).toSorted());
  });
});

describe('transitions', () => {
  it('lead only to statuses that have a row', () => {
    for (const next of Object.values(transitions)) for (const status of Object.keys(next)) expect(isKnownStatus(status)).toBe(true);
  });

  it.each([
    [['READY_TO_SHIP', 'IN_CANCEL'], 'READY_TO_SHIP'],
    [['READY_TO_SHIP', 'PROCESSED', 'IN_CANCEL'], 'PROCESSED'],
  ])('let a refused cancellation after %j go back to %s and nowhere else', (history, back) => {
    expect([...nextStatuses(history).keys()].toSorted()).toEqual(['CANCELLED', back].toSorted());
  });

  it.each(Object.keys(transitions))('have a way to %s', (status) => {
    const way = wayTo(status, true) ?? wayTo(status, false);
    expect(way?.at(-1)?.status).toBe(status);
  });

  it('have no way to a word that nobody knows', () => {
    expect(wayTo('TO_REFUND', true)).toBeUndefined();
  });
});
