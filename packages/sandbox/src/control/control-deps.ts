import type { Clock } from '../clock.ts';
import type { Faults } from '../faults/faults.ts';
import type { Day } from '../life/day.ts';
import type { Mover } from '../life/mover.ts';
import type { LostList } from '../push/lost-list.ts';
import type { Sender } from '../push/sender.ts';
import type { Stats } from '../stats.ts';
import type { Tokens } from '../world/tokens.ts';
import type { World } from '../world/world.ts';

export type ControlDeps = {
  world: World;
  tokens: Tokens;
  mover: Mover;
  day: Day;
  sender: Sender;
  lost: LostList;
  faults: Faults;
  stats: Stats;
  clock: Clock;
  /** Empties everything; plays under way end early. */
  reset(seed: number): void;
  /** Aborted when what is under way has to end: on close and on reset. */
  signal(): AbortSignal;
};
