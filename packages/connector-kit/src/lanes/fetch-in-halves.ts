import { AppError } from 'shared/errors/app-error';

/** What became of one code of a call. */
export type Fetched<S> =
  | { code: string; outcome: 'snapshot'; snapshot: S }
  /** The marketplace does not know it (yet). */
  | { code: string; outcome: 'missing' }
  /** Refused for good. */
  | { code: string; outcome: 'refused'; reason: string }
  /** Its own fault, may heal: its rows spend an attempt. */
  | { code: string; outcome: 'failed'; reason: string };

/** One call for up to 50 codes; throws an `AppError` where it failed whole. */
export type FetchCodes<S> = (codes: readonly string[]) => Promise<Fetched<S>[]>;

/** After so many transient failures of a lane in a row, a code of the batch may be what draws them. */
export const TRANSIENT_FAILURES_BEFORE_HALVING = 2;

type Half<S> = { ok: true; fetched: Fetched<S>[] } | { ok: false; codes: readonly string[]; error: unknown };

/**
 * Calls once; where the call fails for something in its content, or for the third time in a row for no reason of its own, asks again
 * in halves, until the code that fails stands alone. Where no half answers it is not the code but the marketplace: throws.
 */
export async function fetchInHalves<S>(fetch: FetchCodes<S>, codes: readonly string[], failuresInARow: number): Promise<Fetched<S>[]> {
  try {
    return await fetch(codes);
  } catch (error) {
    const ofContent = namesContent(error);
    if (codes.length === 1) return ofContent ? [alone(codes[0] ?? '', error)] : raise(error);
    if (!ofContent && (!isTransient(error) || failuresInARow < TRANSIENT_FAILURES_BEFORE_HALVING)) throw error;
    return inHalves(fetch, codes, error);
  }
}

async function inHalves<S>(fetch: FetchCodes<S>, codes: readonly string[], error: unknown): Promise<Fetched<S>[]> {
  const middle = Math.ceil(codes.length / 2);
  const halves = [await tryHalf(fetch, codes.slice(0, middle)), await tryHalf(fetch, codes.slice(middle))];
  if (halves.every((half) => !half.ok && !namesContent(half.error))) throw error;
  const fetched: Fetched<S>[] = [];
  for (const half of halves) fetched.push(...(half.ok ? half.fetched : await splitHalf(fetch, half)));
  return fetched;
}

async function tryHalf<S>(fetch: FetchCodes<S>, codes: readonly string[]): Promise<Half<S>> {
  try {
    return { ok: true, fetched: await fetch(codes) };
  } catch (error) {
    return { ok: false, codes, error };
  }
}

/** Its neighbour answered, so a single code that fails is at fault itself. */
async function splitHalf<S>(fetch: FetchCodes<S>, { codes, error }: Extract<Half<S>, { ok: false }>): Promise<Fetched<S>[]> {
  const [code] = codes;
  if (codes.length > 1) return inHalves(fetch, codes, error);
  return code === undefined ? [] : [alone(code, error)];
}

function alone<S>(code: string, error: unknown): Fetched<S> {
  if (!(error instanceof AppError)) return { code, outcome: 'failed', reason: error instanceof Error ? error.message : String(error) };
  if (error.code === 'MARKETPLACE_NOT_FOUND') return { code, outcome: 'missing' };
  const told = error.details['message'];
  const reason = typeof told === 'string' ? told : error.publicMessage;
  return { code, outcome: error.code === 'MARKETPLACE_REFUSED' ? 'refused' : 'failed', reason };
}

const namesContent = (error: unknown): boolean => error instanceof AppError && (error.code === 'MARKETPLACE_NOT_FOUND' || error.code === 'MARKETPLACE_REFUSED');
const isTransient = (error: unknown): boolean =>
  error instanceof AppError && (error.code === 'MARKETPLACE_UNAVAILABLE' || error.code === 'MARKETPLACE_ANSWER_INVALID');

function raise(error: unknown): never {
  throw error;
}
