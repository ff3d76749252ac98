import type { Step } from './plan-life.ts';
import { firstStatuses, nextStatuses } from './transitions.ts';

/** The shortest way from a life's beginning to a status; undefined where none leads there. */
export function wayTo(status: string | undefined, cod: boolean): [Step, ...Step[]] | undefined {
  const starts = firstStatuses(cod);
  if (status === undefined) return [{ status: starts[0] }];
  const open: [string, ...string[]][] = starts.map((start) => [start]);
  const seen = new Set<string>();
  for (let way = open.shift(); way; way = open.shift()) {
    const at = way.at(-1) ?? way[0];
    if (at === status) return [{ status: way[0] }, ...way.slice(1).map((passed) => ({ status: passed }))];
    if (seen.has(at)) continue;
    seen.add(at);
    for (const next of nextStatuses(way).keys()) open.push([...way, next]);
  }
  return undefined;
}
