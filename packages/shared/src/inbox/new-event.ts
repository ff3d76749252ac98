import type { ConnectedChannel } from '../domain/channel.ts';
import type { Expectation } from './expectation.ts';

/** Who wants something fetched. */
export const origins = ['push', 'sweep', 'import', 'lost_list', 'staff', 'command'] as const;
export type Origin = (typeof origins)[number];

/** People wait for these; a lane takes them before sweeps and imports. */
export const urgentOrigins: ReadonlySet<Origin> = new Set<Origin>(['push', 'staff', 'command']);

/** A row for the inbox. Whether its store is there, and so whether it is received or parked, the database decides on insert. */
export type NewEvent = {
  channel: ConnectedChannel;
  externalStoreId: string | null;
  origin: Origin;
  /** What is to be fetched; `none` with `ignored`. */
  kind: 'order' | 'none';
  key: string;
  expects: Expectation | null;
  /** What came, byte for byte. */
  body: Uint8Array;
  dedupeKey: string;
  /** `ignored` is kept for people to look at, and fetches nothing. */
  status: 'received' | 'ignored';
  reason: string | null;
  traceId: string;
};
