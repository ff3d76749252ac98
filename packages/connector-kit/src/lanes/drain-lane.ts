// A store is a lane. A job `drain` says only that its inbox has something; what, is read here just before each call.
// Started by: the gateway after a commit, the relay once a second for what is due, the console, and itself after some takes.
// Writes: jobs of crm-writes; attempts, waits and reasons of inbox rows. It ends no row: the writer does, with the order.
// Run twice at once it only makes calls that were not needed: the memory keeps rows apart, versions and unique keys the effects.

import type { CrmWrites } from 'shared/contracts/crm-writes';
import type { PrismaClient } from 'shared/db/client';
import type { Channel } from 'shared/domain/channel';
import { AppError } from 'shared/errors/app-error';
import type { ErrorCode } from 'shared/errors/error-codes';
import { failEvents, type FailedEvent, postponeStaleEvents, spendEvents, waitWithEvents } from 'shared/inbox/postpone-events';
import type { Logger } from 'shared/log/logger';
import { causeOf } from 'shared/notifications/cause-of';
import { raiseNotifications, resolveRefusals } from 'shared/notifications/raise';
import type { RefetchAnnouncer } from 'shared/queue/announce-refetches';
import type { Producer } from 'shared/queue/producer';
import { CODES_OUT, CODES_A_TAKE, decideTake, type Take } from './decide-take.ts';
import { type Fetched, fetchInHalves, ofContent } from './fetch-in-halves.ts';
import { identityOf, type LaneEvent, type LaneRead, readLane } from './lane-events.ts';
import type { LaneMemory, MemoryEntry } from './lane-memory.ts';
import type { LanePause } from './lane-pause.ts';
import { type LaneStore, readLaneStore } from './lane-store.ts';
import { type FetchedOrder, sortOutcomes } from './sort-outcomes.ts';

/** `tracking`: numbers that were told, which the answer should show. */
export type OrderRequest = { code: string; tracking: { packageNumber: string; number: string }[] };
/** One call of the marketplace for up to 50 orders; throws an `AppError` where it failed whole. */
export type FetchOrders = (store: LaneStore, requests: readonly OrderRequest[], fetchedAt: string) => Promise<Fetched<FetchedOrder>[]>;

export type LaneDeps = {
  channel: Channel;
  database: PrismaClient;
  memoryOf: (storeId: string) => LaneMemory;
  pauseOf: (storeId: string) => LanePause;
  writes: Pick<Producer<CrmWrites>, 'add' | 'backlog' | 'isUnderWay'>;
  /** Puts the lane at the tail of its queue. */
  wakeAgain: (storeId: string) => Promise<void>;
  fetchOrders: FetchOrders;
  refetches: Pick<RefetchAnnouncer, 'announce'>;
  log: Logger;
};

export type DrainReport = { codes: string[]; ended: 'dry' | 'tail' | 'paused' | 'writer is full' | 'store is off' };

/** Then the lane goes to the tail, so that lanes take turns. */
const TAKES_A_RUN = 4;
/** A row whose job is not under way any more is seen again after this long. */
const SEEN_AGAIN_MS = 30_000;
/** Entries of rows that are over are kept a little, in case another replica reads an older state. */
const FORGET_AFTER_MS = 5_000;

/** No waiting heals these: a person has to act at the marketplace or in our settings. */
const refusals: ReadonlySet<ErrorCode> = new Set([
  'MARKETPLACE_TOKEN_DEAD', 'MARKETPLACE_TOKEN_EXPIRED', 'MARKETPLACE_FORBIDDEN', 'MARKETPLACE_MISCONFIGURED', 'MARKETPLACE_REFUSED',
  'MARKETPLACE_UNKNOWN_ERROR', 'SECRET_UNREADABLE',
]);

export const createLaneDrain = (deps: LaneDeps) => async (storeId: string): Promise<DrainReport> => {
  const store = await readLaneStore(deps.database, storeId);
  const codes: string[] = [];
  if (!store) return { codes, ended: 'store is off' };
  const lane: Lane = { ...deps, store, memory: deps.memoryOf(storeId), pause: deps.pauseOf(storeId) };
  for (let takes = 0; takes < TAKES_A_RUN; takes++) {
    if ((await lane.pause.remainingMs()) > 0) return { codes, ended: 'paused' };
    const taken = await takeOnce(lane);
    if (typeof taken === 'string') return { codes, ended: taken };
    codes.push(...taken);
  }
  await deps.wakeAgain(storeId);
  return { codes, ended: 'tail' };
};

type Lane = LaneDeps & { store: LaneStore; memory: LaneMemory; pause: LanePause };

async function takeOnce(lane: Lane): Promise<string[] | 'dry' | 'paused' | 'writer is full'> {
  const memory = await lane.memory.read();
  const read = await readLane(lane.database, lane.store.id, CODES_OUT + CODES_A_TAKE + memory.size);
  await forgetWhatIsOver(lane, memory, read);
  const lost = await lostOf(lane, memory, read);
  const take = decideTake({ due: read.due, memory, lost, writerBacklog: await lane.writes.backlog() });
  if (take.kind === 'dry') return 'dry';
  // The relay wakes the lane again each second; a writer that is away must not be asked for every 50 ms.
  if (take.kind === 'writer-full') return 'writer is full';
  if (take.kind === 'hold') throw new AppError({ code: 'LANE_HELD', details: { storeId: lane.store.id } });
  const events = await remember(lane, memory, take);
  if (take.kind === 'give-up') return giveUp(lane, events);
  if (events.length === 0) return [];
  return fetchAndHandOver(lane, events, read.now);
}

/** Takes the rows in the memory; another replica may have been quicker with some. */
async function remember(lane: Lane, memory: ReadonlyMap<string, MemoryEntry>, take: Extract<Take, { events: LaneEvent[] }>): Promise<LaneEvent[]> {
  const wanted = new Map(take.events.map((event) => [identityOf(event), memory.get(identityOf(event)) ?? null]));
  const won = await lane.memory.take(wanted);
  return take.events.filter((event) => won.has(identityOf(event)));
}

async function fetchAndHandOver(lane: Lane, events: readonly LaneEvent[], fetchedAt: string): Promise<string[] | 'paused'> {
  const requests = requestsOf(events);
  const byCode = new Map(requests.map((request) => [request.code, request]));
  const fetch = (codes: readonly string[]) => lane.fetchOrders(lane.store, codes.flatMap((code) => byCode.get(code) ?? []), fetchedAt);
  try {
    const failures = await lane.pause.failuresInARow();
    const fetched = await fetchInHalves(fetch, [...byCode.keys()], failures);
    if (failures > 0) await resolveRefusals(lane.database, lane.store.id);
    await lane.pause.afterSuccess();
    await handOver(lane, { fetched, events, now: fetchedAt });
    return [...byCode.keys()];
  } catch (error) {
    await pauseLane(lane, error, events);
    if (error instanceof AppError) return 'paused';
    throw error;
  }
}

function requestsOf(events: readonly LaneEvent[]): OrderRequest[] {
  const byCode = new Map<string, OrderRequest>();
  for (const { key, expects } of events) {
    const request = byCode.get(key) ?? { code: key, tracking: [] };
    if (expects?.tracking) request.tracking.push(expects.tracking);
    byCode.set(key, request);
  }
  return [...byCode.values()];
}

async function handOver(lane: Lane, result: { fetched: Fetched<FetchedOrder>[]; events: readonly LaneEvent[]; now: string }): Promise<void> {
  const { snapshots, stale, waiting, unavailable, spent } = sortOutcomes(result.fetched, result.events, result.now);
  if (snapshots.length > 0) {
    const carried = snapshots.map(({ order, answers }) => ({ ...order, events: answers.map(refOf), traceId: traceOf(result.events, order.code) }));
    const jobId = await lane.writes.add('orders.snapshot', { snapshots: carried });
    await lane.memory.handedOver(snapshots.flatMap(({ answers }) => answers.map(identityOf)), jobId);
  }
  for (const { code, reason, answers } of unavailable) {
    const payload = { storeId: lane.store.id, channel: lane.channel, code, reason, events: answers.map(refOf), traceId: traceOf(result.events, code) };
    await lane.memory.handedOver(answers.map(identityOf), await lane.writes.add('order.unavailable', payload));
  }
  await tellFailed(lane, await postponeStaleEvents(lane.database, stale.map(refOf)));
  for (const { reason, events } of waiting) await waitWithEvents(lane.database, events.map(refOf), reason);
  for (const { reason, events } of spent) await tellFailed(lane, await spendEvents(lane.database, events.map(refOf), reason));
  const carried = new Set([...snapshots, ...unavailable].flatMap(({ answers }) => answers));
  await lane.memory.forget(result.events.filter((event) => !carried.has(event)).map(identityOf));
}

/** The call, or the hand-over, failed whole: nothing is the rows' fault, and they are free again. */
async function pauseLane(lane: Lane, error: unknown, events: readonly LaneEvent[]): Promise<void> {
  const storeId = lane.store.id;
  const known = error instanceof AppError ? error : null;
  lane.log.warn({ err: error, storeId, details: known?.details, rows: events.length }, 'lane.paused');
  await lane.memory.forget(events.map(identityOf));
  await lane.pause.afterFailure(known && typeof known.retry === 'object' ? known.retry.afterMs : null);
  if (!known) return;
  // Fifty orders that are refused together must not stand in front of the others for ever.
  if (ofContent.has(known.code)) await waitWithEvents(lane.database, events.map(refOf), known.publicMessage);
  if (!refusals.has(known.code)) return;
  const reason = known.publicMessage;
  await raiseNotifications(lane.database, [
    { kind: 'store_refused', channel: lane.channel, storeId, groupKey: known.code, params: { reason, code: known.code }, retryable: false },
  ]);
}

async function giveUp(lane: Lane, events: readonly LaneEvent[]): Promise<string[]> {
  const reason = 'taken again and again without an outcome: it may end the process that works on it';
  await tellFailed(lane, await failEvents(lane.database, events.map(refOf), reason));
  await lane.memory.forget(events.map(identityOf));
  return [];
}

async function tellFailed(lane: Lane, failed: readonly FailedEvent[]): Promise<void> {
  await raiseNotifications(
    lane.database,
    failed.map(({ storeId, code, reason }) => ({
      kind: 'event_failed', channel: lane.channel, storeId, groupKey: causeOf(reason), params: { reason, code }, retryable: true,
    })),
  );
  await lane.refetches.announce(failed);
}

async function forgetWhatIsOver(lane: Lane, memory: ReadonlyMap<string, MemoryEntry>, { due }: LaneRead): Promise<void> {
  const open = new Set(due.map(identityOf));
  await lane.memory.forget([...memory].filter(([identity, { ageMs }]) => !open.has(identity) && ageMs > FORGET_AFTER_MS).map(([identity]) => identity));
}

/** Rows that are remembered but whose job has gone: the connector or the writer ended in between. */
async function lostOf(lane: Lane, memory: ReadonlyMap<string, MemoryEntry>, { due }: LaneRead): Promise<Set<string>> {
  const old = due.map(identityOf).filter((identity) => (memory.get(identity)?.ageMs ?? 0) > SEEN_AGAIN_MS);
  const jobIds = new Set(old.flatMap((identity) => memory.get(identity)?.jobId ?? []));
  const underWay = new Map<string, boolean>();
  for (const jobId of jobIds) underWay.set(jobId, await lane.writes.isUnderWay(jobId));
  return new Set(old.filter((identity) => !underWay.get(memory.get(identity)?.jobId ?? '')));
}

const refOf = ({ id, receivedAt, seen }: LaneEvent) => ({ id, receivedAt, seen });
const traceOf = (events: readonly LaneEvent[], code: string): string => events.findLast(({ key }) => key === code)?.traceId ?? '';
