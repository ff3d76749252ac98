import { identityOf, type LaneEvent } from './lane-events.ts';
import type { MemoryEntry } from './lane-memory.ts';

export const CODES_A_TAKE = 50;
/** What people wait for gets most of a take, what was swept or imported the rest; either fills what the other leaves. */
export const URGENT_CODES_A_TAKE = 40;
/** As many codes of a lane may be on the way to the writer. */
export const CODES_OUT = 200;
/** As many jobs may wait at the writer before a lane that has some on the way holds back. */
export const WRITER_BACKLOG = 100;
/** Taken so often with no outcome, a row probably ends the process: then it is taken alone, then given up. */
export const TAKES_BEFORE_ALONE = 3;
export const TAKES_BEFORE_GIVING_UP = 6;

export type LaneState = {
  due: readonly LaneEvent[];
  memory: ReadonlyMap<string, MemoryEntry>;
  /** Identities in the memory whose job neither waits nor runs, and which are old enough to be seen again. */
  lost: ReadonlySet<string>;
  writerBacklog: number;
};

export type Take =
  | { kind: 'codes'; events: LaneEvent[]; full: boolean }
  | { kind: 'give-up'; events: LaneEvent[] }
  /** There is something, but enough of this lane is on the way. */
  | { kind: 'hold' }
  /** Some of this lane is on the way, and the writer has enough of all lanes. */
  | { kind: 'writer-full' }
  | { kind: 'dry' };

/** What a lane takes next. Pure; the rules are those of docs/decisions/0005. */
export function decideTake({ due, memory, lost, writerBacklog }: LaneState): Take {
  const isFree = (event: LaneEvent): boolean => !memory.has(identityOf(event)) || lost.has(identityOf(event));
  const takes = (event: LaneEvent): number => memory.get(identityOf(event))?.takes ?? 0;
  const free = due.filter(isFree);
  if (free.length === 0) return { kind: 'dry' };

  const out = new Set(due.filter((event) => !isFree(event)).map(({ key }) => key)).size;
  if (out >= CODES_OUT) return { kind: 'hold' };
  if (out > 0 && writerBacklog >= WRITER_BACKLOG) return { kind: 'writer-full' };

  const spent = free.filter((event) => takes(event) >= TAKES_BEFORE_GIVING_UP);
  if (spent.length > 0) return { kind: 'give-up', events: spent };
  const suspect = free.find((event) => takes(event) >= TAKES_BEFORE_ALONE);
  if (suspect) return { kind: 'codes', events: [suspect], full: false };

  const codes = chooseCodes(free);
  return { kind: 'codes', events: free.filter(({ key }) => codes.has(key)), full: codes.size === CODES_A_TAKE };
}

function chooseCodes(free: readonly LaneEvent[]): Set<string> {
  const urgent = [...new Set(free.filter((event) => event.urgent).map(({ key }) => key))];
  const others = [...new Set(free.map(({ key }) => key))].filter((key) => !urgent.includes(key));
  const urgentShare = Math.max(URGENT_CODES_A_TAKE, CODES_A_TAKE - others.length);
  const chosen = urgent.slice(0, urgentShare);
  return new Set([...chosen, ...others.slice(0, CODES_A_TAKE - chosen.length)]);
}
