import { AppError } from 'shared/errors/app-error';
import type { ErrorCode } from 'shared/errors/error-codes';
import { describe, expect, it } from 'vitest';
import { type FetchCodes, fetchInHalves } from './fetch-in-halves.ts';

const codes = Array.from({ length: 50 }, (_, index) => `code-${String(index)}`);

/** A marketplace whose call fails with an error where one of these codes is in it; counts its calls. */
function marketplace(bad: readonly string[], code: ErrorCode) {
  const calls: number[] = [];
  const fetch: FetchCodes<string> = (asked) => {
    calls.push(asked.length);
    if (asked.some((one) => bad.includes(one))) return Promise.reject(new AppError({ code, details: { message: 'no' } }));
    return Promise.resolve(asked.map((one) => ({ code: one, outcome: 'snapshot', snapshot: one })));
  };
  return { fetch, calls };
}
const outcomesOf = (fetched: Awaited<ReturnType<FetchCodes<string>>>, outcome: string): string[] => fetched.filter((one) => one.outcome === outcome).map(({ code }) => code);

describe('fetchInHalves', () => {
  it('calls once where all is well', async () => {
    const { fetch, calls } = marketplace([], 'MARKETPLACE_REFUSED');
    expect(outcomesOf(await fetchInHalves(fetch, codes, 0), 'snapshot')).toEqual(codes);
    expect(calls).toEqual([50]);
  });

  it.each([
    ['MARKETPLACE_NOT_FOUND', 'missing'],
    ['MARKETPLACE_REFUSED', 'refused'],
  ] as const)('finds the one code in fifty that draws %s, and brings the others home', async (error, outcome) => {
    const { fetch, calls } = marketplace(['code-37'], error);
    const fetched = await fetchInHalves(fetch, codes, 0);
    expect(outcomesOf(fetched, outcome)).toEqual(['code-37']);
    expect(outcomesOf(fetched, 'snapshot')).toHaveLength(49);
    expect(calls.length).toBeLessThanOrEqual(1 + 2 * 6);
  });

  it('finds several, in both halves', async () => {
    const bad = ['code-0', 'code-24', 'code-49'];
    const { fetch } = marketplace(bad, 'MARKETPLACE_NOT_FOUND');
    expect(outcomesOf(await fetchInHalves(fetch, codes, 0), 'missing').toSorted()).toEqual(bad.toSorted());
  });

  it('takes an outage as one: no halves, no code’s fault', async () => {
    const { fetch, calls } = marketplace(codes, 'MARKETPLACE_UNAVAILABLE');
    await expect(fetchInHalves(fetch, codes, 0)).rejects.toThrow('MARKETPLACE_UNAVAILABLE');
    expect(calls).toEqual([50]);
  });

  it.each(['MARKETPLACE_UNAVAILABLE', 'MARKETPLACE_REFUSED', 'MARKETPLACE_UNKNOWN_ERROR'] as const)(
    'gives up soon where %s comes for every half: then it is no code’s fault', async (error) => {
      const { fetch, calls } = marketplace(codes, error);
      await expect(fetchInHalves(fetch, codes, 2)).rejects.toThrow(error);
      expect(calls.length).toBeLessThanOrEqual(10);
    },
  );

  it.each([[['code-0', 'code-49']], [['code-0', 'code-20']], [['code-3', 'code-4', 'code-30']]])('finds %j though both halves draw 5xx, and loses no neighbour’s answer', async (bad) => {
    const { fetch } = marketplace(bad, 'MARKETPLACE_UNAVAILABLE');
    const fetched = await fetchInHalves(fetch, codes, 2);
    expect(outcomesOf(fetched, 'failed').toSorted()).toEqual(bad.toSorted());
    expect(outcomesOf(fetched, 'snapshot')).toHaveLength(50 - bad.length);
  });

  it('gets on with some of many bad codes that stand together at the front, and blames no other', async () => {
    const bad = codes.slice(0, 12);
    const blamed = outcomesOf(await fetchInHalves(marketplace(bad, 'MARKETPLACE_UNAVAILABLE').fetch, codes, 2), 'failed');
    expect(blamed.length).toBeGreaterThan(0);
    expect(bad).toEqual(expect.arrayContaining(blamed));
  });

  it('refuses nothing for good by a word that nobody knows: it may heal', async () => {
    const { fetch } = marketplace(['code-9'], 'MARKETPLACE_UNKNOWN_ERROR');
    expect(outcomesOf(await fetchInHalves(fetch, codes, 0), 'failed')).toEqual(['code-9']);
  });

  it('decides nothing of the rest when an outage begins in the middle', async () => {
    let calls = 0;
    const fetch: FetchCodes<string> = (asked) => {
      calls += 1;
      if (calls === 1 || calls > 2) return Promise.reject(new AppError({ code: calls === 1 ? 'MARKETPLACE_REFUSED' : 'MARKETPLACE_UNAVAILABLE' }));
      return Promise.resolve(asked.map((one) => ({ code: one, outcome: 'snapshot', snapshot: one })));
    };
    const fetched = await fetchInHalves(fetch, codes, 0);
    expect(outcomesOf(fetched, 'snapshot')).toHaveLength(25);
    expect(fetched.length).toBeLessThan(30);
  });

  it('finds the code that draws 5xx, so that it stops nobody', async () => {
    const { fetch } = marketplace(['code-12'], 'MARKETPLACE_UNAVAILABLE');
    const fetched = await fetchInHalves(fetch, codes, 2);
    expect(outcomesOf(fetched, 'failed')).toEqual(['code-12']);
    expect(outcomesOf(fetched, 'snapshot')).toHaveLength(49);
  });

  it.each(['MARKETPLACE_RATE_LIMITED', 'MARKETPLACE_TOKEN_EXPIRED', 'MARKETPLACE_FORBIDDEN', 'MARKETPLACE_MISCONFIGURED'] as const)('never halves on %s', async (error) => {
    const { fetch, calls } = marketplace(codes, error);
    await expect(fetchInHalves(fetch, codes, 9)).rejects.toThrow(error);
    expect(calls).toEqual([50]);
  });

  it('says of a lone code that it is missing, that its rows shall spend an attempt, and of an outage nothing', async () => {
    expect(await fetchInHalves(marketplace(['x'], 'MARKETPLACE_REFUSED').fetch, ['x'], 0)).toMatchObject([{ code: 'x', outcome: 'failed' }]);
    expect(await fetchInHalves(marketplace(['x'], 'MARKETPLACE_NOT_FOUND').fetch, ['x'], 0)).toEqual([{ code: 'x', outcome: 'missing' }]);
    for (const error of ['MARKETPLACE_UNAVAILABLE', 'MARKETPLACE_UNKNOWN_ERROR'] as const)
      await expect(fetchInHalves(marketplace(['x'], error).fetch, ['x'], 9)).rejects.toThrow(error);
  });
});
