import type { Rng } from './rng.ts';
import { firstStatuses, nextStatuses } from './transitions.ts';

/** A step of a life: a status, or (with `logistics`) a change of the package alone. */
export type Step = { status: string; logistics?: string };

/** A whole life, from the first status to COMPLETED or CANCELLED. Cancellation is asked for once, pick-up fails at most twice. */
export function planLife(rng: Rng, cod: boolean): [Step, ...Step[]] {
  const first = rng.chance(0.93) ? firstStatuses(cod)[0] : (firstStatuses(cod)[1] ?? firstStatuses(cod)[0]);
  const history = [first];
  for (let next = chooseNext(rng, history); next !== undefined; next = chooseNext(rng, history)) history.push(next);
  const steps = history.slice(1).map((status): Step => ({ status }));
  if (!cod || first !== 'READY_TO_SHIP' || !rng.chance(0.2)) return [{ status: first }, ...steps];
  // Cash on delivery under check: the order is READY_TO_SHIP, its package is not, for a while.
  return [{ status: first, logistics: 'LOGISTICS_NOT_START' }, { status: first, logistics: 'LOGISTICS_READY' }, ...steps];
}

const most: Readonly<Record<string, number>> = { IN_CANCEL: 1, RETRY_SHIP: 2 };

function chooseNext(rng: Rng, history: readonly string[]): string | undefined {
  const open = [...nextStatuses(history)].filter(([status]) => {
    const limit = most[status];
    return limit === undefined || history.filter((passed) => passed === status).length < limit;
  });
  const total = open.reduce((sum, [, weight]) => sum + weight, 0);
  let point = rng.next() * total;
  for (const [status, weight] of open) {
    point -= weight;
    if (point < 0) return status;
  }
  return undefined;
}
