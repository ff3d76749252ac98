import type { Stack } from 'dev-stack/stack';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Outcome, playWhile, startShopStack } from './shop-stack.ts';

const ORDERS = 500;
/** Early and late in the play, with orders before, between and after. */
const MOMENTS = [100, 300] as const;
const WITHIN_MS = 100_000;

/** Everything was told, everything was written, and every order is as it is at the marketplace. */
function expectNothingLost(outcome: Outcome): void {
  expect(outcome.differences).toEqual([]);
  expect(outcome).toMatchObject({ orders: ORDERS, ordersInCrm: ORDERS, played: { orders: ORDERS, lost: 0, pending: 0 }, settled: { settled: true } });
}

describe('faults', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startShopStack();
  });
  afterAll(() => stack.close());

  const killAgainAndAgain = (service: string): Promise<Outcome> =>
    playWhile(stack, ORDERS, async (reached) => {
      for (const moment of MOMENTS) {
        await reached(moment);
        await stack.kill(service, 'SIGKILL');
        await stack.restart(service);
      }
    });

  it.each([
    ['the gateway', 'webhook-gateway'],
    ['the connector', 'shopee-connector'],
    ['the writer', 'crm-writer'],
    ['PostgreSQL', 'postgres'],
    ['Redis', 'redis'],
  ])('kill -9 of %s, twice during 500 orders, loses nothing', async (_name, service) => {
    expectNothingLost(await killAgainAndAgain(service));
  }, WITHIN_MS);

  it('FLUSHALL of Redis, twice during 500 orders, loses nothing', async () => {
    const redis = new Redis(stack.urls.redis);
    try {
      const outcome = await playWhile(stack, ORDERS, async (reached) => {
        for (const moment of MOMENTS) {
          await reached(moment);
          await redis.flushall();
        }
      });
      expectNothingLost(outcome);
    } finally {
      redis.disconnect();
    }
  }, WITHIN_MS);

  it('answers that are late copies of themselves, also within one second, lose nothing', async () => {
    const faults = `${stack.urls.http['sandbox'] ?? ''}/_sandbox/faults`;
    const rule = JSON.stringify({ staleReads: 300 });
    await fetch(faults, { method: 'POST', headers: { 'content-type': 'application/json' }, body: rule });
    try {
      expectNothingLost(await playWhile(stack, ORDERS, () => Promise.resolve()));
    } finally {
      await fetch(faults, { method: 'DELETE' });
    }
  }, WITHIN_MS);
});

describe('two replicas of connector and writer', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startShopStack({ twice: ['shopee-connector', 'crm-writer'] });
  });
  afterAll(() => stack.close());

  it('write the same as one, also when one of each is killed in the middle', async () => {
    const outcome = await playWhile(stack, ORDERS, async (reached) => {
      for (const service of ['shopee-connector-2', 'crm-writer']) {
        await reached(MOMENTS[0]);
        await stack.kill(service, 'SIGKILL');
        await stack.restart(service);
      }
    });
    expectNothingLost(outcome);
  }, WITHIN_MS);
});
