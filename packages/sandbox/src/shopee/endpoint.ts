import type { Clock } from '../clock.ts';
import type { Faults } from '../faults/faults.ts';
import type { LostList } from '../push/lost-list.ts';
import type { Sender } from '../push/sender.ts';
import type { Stats } from '../stats.ts';
import type { Tokens } from '../world/tokens.ts';
import type { Shop } from '../world/types.ts';
import type { World } from '../world/world.ts';
import type { Partner, Query } from './auth-check.ts';

export type ShopeeDeps = {
  partner: Partner;
  clock: Clock;
  world: World;
  tokens: Tokens;
  faults: Faults;
  stats: Stats;
  lost: LostList;
  sender: Pick<Sender, 'salt'>;
  /** Aborted when waits have to end: on close and on reset. */
  signal(): AbortSignal;
};

type PublicCall = { query: Query; body: unknown };
type ShopCall = PublicCall & { shop: Shop };

/** What a handler answers is merged with `error`, `message` and `request_id`: `{ response: … }`, or fields at top level. */
export type Endpoint =
  | { method: 'GET' | 'POST'; path: string; access: 'public'; handle(call: PublicCall): object }
  | { method: 'GET' | 'POST'; path: string; access: 'shop'; handle(call: ShopCall): object };
