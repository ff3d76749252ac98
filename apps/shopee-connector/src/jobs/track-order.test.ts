import { AppError } from 'shared/errors/app-error';
import type { ErrorCode } from 'shared/errors/error-codes';
import { anOrderSnapshot } from 'shared/testing/an-order-snapshot';
import { describe, expect, it } from 'vitest';
import { trackOrder } from './track-order.ts';

const shop = { shopId: '620000001', accessToken: 'token' };
const request = { code: 'A', tracking: [{ packageNumber: 'OFG1', number: 'SPXVN1' }] };
const shown = (trackingNumbers?: Record<string, string>) =>
  ({ code: 'A', outcome: 'snapshot', snapshot: anOrderSnapshot({ code: 'A', facts: { ...(trackingNumbers && { trackingNumbers }) } }) }) as const;
const track = (answer: () => Promise<string | null>, before = shown()) => trackOrder({ client: { trackingNumber: answer }, shop }, request, before);
const failing = (code: ErrorCode) => () => Promise.reject(new AppError({ code }));

describe('trackOrder', () => {
  it('adds the number that the detail does not show, and the digest with it', async () => {
    const { snapshot } = await track(() => Promise.resolve('SPXVN1'));
    expect(snapshot.facts.trackingNumbers).toEqual({ OFG1: 'SPXVN1' });
    expect(snapshot.version.digest).not.toBe(shown().snapshot.version.digest);
  });

  it('makes no call where the detail shows the number that was told, and one where it shows another', async () => {
    let calls = 0;
    const counted = () => Promise.resolve((calls += 1) > 0 ? 'SPXVN1' : null);
    await track(counted, shown({ OFG1: 'SPXVN1' }));
    expect(calls).toBe(0);
    expect((await track(counted, shown({ OFG1: 'OLD' }))).snapshot.facts.trackingNumbers).toEqual({ OFG1: 'SPXVN1' });
  });

  it.each([
    ['there is none yet', () => Promise.resolve(null)],
    ['it knows no such package', failing('MARKETPLACE_NOT_FOUND')],
  ])('tells nothing where %s', async (_, answer) => {
    expect(await track(answer)).toEqual(shown());
  });

  it.each([
    ['MARKETPLACE_UNAVAILABLE', true],
    ['MARKETPLACE_RATE_LIMITED', true],
    ['MARKETPLACE_FORBIDDEN', false],
  ] as const)('shows the order all the same when the call ends with %s, which may pass: %s', async (code, mayPass) => {
    expect(await track(failing(code))).toMatchObject({ outcome: 'snapshot', untracked: { mayPass } });
  });
});
