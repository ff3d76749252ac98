import { AppError } from 'shared/errors/app-error';
import type { ErrorCode } from 'shared/errors/error-codes';

/** A tracking number was asked for by a call of its own, and that call failed. */
export type Untracked = { reason: string; mayPass: boolean };

/** What became of one code of a call. */
export type Fetched<S> =
  | { code: string; outcome: 'snapshot'; snapshot: S; untracked?: Untracked }
  /** The marketplace does not know it (yet). */
  | { code: string; outcome: 'missing' }
  /** Refused for good, while it answered for others. */
  | { code: string; outcome: 'refused'; reason: string }
  /** Its own fault, may heal: its rows spend an attempt. */
  | { code: string; outcome: 'failed'; reason: string };

/** One call for up to 50 codes; throws an `AppError` where it failed whole. */
export type FetchCodes<S> = (codes: readonly string[]) => Promise<Fetched<S>[]>;

/** After so many failures of a lane in a row, a code of the batch may be what draws them. */
export const FAILURES_BEFORE_HALVING = 2;

/** As deep as it takes to reach a single code of 50, and its neighbour. */
const CALLS_WITHOUT_AN_ANSWER = 8;

/** These are about what was asked for, so asking for less may do. */
export const ofContent: ReadonlySet<ErrorCode> = new Set(['MARKETPLACE_NOT_FOUND', 'MARKETPLACE_REFUSED', 'MARKETPLACE_UNKNOWN_ERROR']);
const transient: ReadonlySet<ErrorCode> = new Set(['MARKETPLACE_UNAVAILABLE', 'MARKETPLACE_ANSWER_INVALID']);

type Search<S> = { fetched: Fetched<S>[]; alone: { code: string; error: AppError }[]; groups: (readonly string[])[]; isAlive: boolean; unanswered: number };

/**
 * Calls once; where the call fails for something in its content, or again and again for no reason of its own, asks in halves until the
 * codes that fail stand alone. A code is at fault only if the marketplace answered for another one meanwhile: where it answers for none,
 * the call has failed whole, and this throws. A code that could not be decided is not among the results.
 */
export async function fetchInHalves<S>(fetch: FetchCodes<S>, codes: readonly string[], failuresInARow: number): Promise<Fetched<S>[]> {
  try {
    return await fetch(codes);
  } catch (error) {
    if (!(error instanceof AppError) || !mayBeACode(error, failuresInARow)) throw error;
    const [code] = codes;
    return codes.length === 1 && code !== undefined ? [lone(code, error)] : searchHalves(fetch, codes, error);
  }
}

function mayBeACode({ code }: AppError, failuresInARow: number): boolean {
  return ofContent.has(code) || (transient.has(code) && failuresInARow >= FAILURES_BEFORE_HALVING);
}

/** Alone in its call a code has no neighbour to be measured by: only what is certainly about it spends its rows, all else is the lane's. */
function lone<S>(code: string, error: AppError): Fetched<S> {
  if (error.code === 'MARKETPLACE_NOT_FOUND') return { code, outcome: 'missing' };
  if (error.code !== 'MARKETPLACE_REFUSED') throw error;
  return { code, outcome: 'failed', reason: reasonOf(error) };
}

async function searchHalves<S>(fetch: FetchCodes<S>, codes: readonly string[], error: AppError): Promise<Fetched<S>[]> {
  const search: Search<S> = { fetched: [], alone: [], groups: halvesOf(codes), isAlive: false, unanswered: 0 };
  for (let group = search.groups.shift(); group; group = search.groups.shift()) {
    await tryGroup(fetch, group, search);
    if (search.unanswered < CALLS_WITHOUT_AN_ANSWER) continue;
    // Many bad codes may stand together at the front; the one at the far end says whether anybody answers at all.
    if (search.isAlive || !(await answersFor(fetch, codes.slice(-1)))) break;
    Object.assign(search, { isAlive: true, unanswered: 0 });
  }
  if (!search.isAlive) throw error;
  return [...search.fetched, ...search.alone.map(({ code, error: own }) => atFault<S>(code, own))];
}

async function answersFor<S>(fetch: FetchCodes<S>, codes: readonly string[]): Promise<boolean> {
  const probe: Search<S> = { fetched: [], alone: [], groups: [], isAlive: false, unanswered: 0 };
  await tryGroup(fetch, codes, probe);
  return probe.isAlive;
}

async function tryGroup<S>(fetch: FetchCodes<S>, group: readonly string[], search: Search<S>): Promise<void> {
  try {
    search.fetched.push(...(await fetch(group)));
    Object.assign(search, { isAlive: true, unanswered: 0 });
  } catch (error) {
    if (!(error instanceof AppError) || !mayBeACode(error, FAILURES_BEFORE_HALVING)) throw error;
    search.unanswered += 1;
    const [code] = group;
    if (group.length > 1) search.groups.unshift(...halvesOf(group));
    else if (code !== undefined) search.alone.push({ code, error });
    // "I do not know this one" is an answer.
    if (group.length === 1 && error.code === 'MARKETPLACE_NOT_FOUND') Object.assign(search, { isAlive: true, unanswered: 0 });
  }
}

function atFault<S>(code: string, error: AppError): Fetched<S> {
  if (error.code === 'MARKETPLACE_NOT_FOUND') return { code, outcome: 'missing' };
  return { code, outcome: error.code === 'MARKETPLACE_REFUSED' ? 'refused' : 'failed', reason: reasonOf(error) };
}

function halvesOf(codes: readonly string[]): (readonly string[])[] {
  const middle = Math.ceil(codes.length / 2);
  return [codes.slice(0, middle), codes.slice(middle)];
}

function reasonOf({ details, publicMessage }: AppError): string {
  const told = details['message'];
  return typeof told === 'string' && told !== '' ? told : publicMessage;
}
