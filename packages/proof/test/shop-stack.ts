import { setTimeout as wait } from 'node:timers/promises';
import { seedSandboxShops } from 'dev-stack/seed-sandbox-shops';
import { sandbox, services } from 'dev-stack/services';
import { createStack, type Stack } from 'dev-stack/stack';
import pg from 'pg';
import { checkShopee, type CheckResult } from '../src/checker/check-shopee.ts';
import { type Settled, waitUntilSettled } from '../src/checker/settle.ts';
import { createSandboxControl, type Played } from '../src/play/sandbox-control.ts';

/** A push that fails comes again after 1 s, 6 s and 36 s, not after 5 minutes, half an hour and 3 hours. */
const SANDBOX_TIME_SCALE = 300;
const ORDERS_PER_SECOND = 100;
const SETTLE_WITHIN_MS = 60_000;

/**
 * A whole system of its own, on free ports and in a temporary folder, with its shops; without the console, which takes no part.
 * Of each service in `twice` a second replica runs, named `<service>-2`.
 */
export async function startShopStack({ twice = [] }: { twice?: readonly string[] } = {}): Promise<Stack> {
  const hurried = { ...sandbox, extra: { SANDBOX_TIME_SCALE: String(SANDBOX_TIME_SCALE) } };
  const needed = services.filter(({ name }) => name !== 'crm-console');
  const replicas = needed.filter(({ name }) => twice.includes(name)).map((service) => ({ ...service, name: `${service.name}-2` }));
  const stack = await createStack({ services: [hurried, ...needed, ...replicas] });
  await stack.start();
  await seedSandboxShops(stack);
  return stack;
}

export type Outcome = CheckResult & { played: Played; settled: Settled };
/** Resolves when so many orders of this play are in the CRM. */
export type Reached = (orders: number) => Promise<void>;

/** Plays orders while something goes wrong; then waits until everything is written, and checks each of them. */
export async function playWhile(stack: Stack, orders: number, disturb: (reached: Reached) => Promise<void>): Promise<Outcome> {
  const sandboxUrl = stack.urls.http['sandbox'] ?? '';
  const databaseUrl = stack.urls.database;
  const control = createSandboxControl(sandboxUrl);
  const { orders: fromCursor } = await control.stats();
  const before = await countOrders(databaseUrl);
  const reached: Reached = (wanted) =>
    until(`${wanted} of ${orders} orders in the CRM`, async () => (await countOrders(databaseUrl)) - before >= wanted);
  const [played] = await Promise.all([control.play({ orders, ordersPerSecond: ORDERS_PER_SECOND }), disturb(reached)]);
  const settled = await waitUntilSettled({ databaseUrl, deadlineMs: SETTLE_WITHIN_MS });
  return { played, settled, ...(await checkShopee({ sandboxUrl, databaseUrl, fromCursor })) };
}

/** Over a connection of its own: one that were kept would die with the PostgreSQL that a test kills. */
async function countOrders(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ orders: number }>('SELECT count(*)::int AS orders FROM crm.order WHERE NOT stub');
    return rows[0]?.orders ?? 0;
  } finally {
    await client.end();
  }
}

const REACHED_WITHIN_MS = 45_000;
const POLL_MS = 50;

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + REACHED_WITHIN_MS;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`not within ${REACHED_WITHIN_MS / 1_000} s: ${what}`);
    await wait(POLL_MS);
  }
}
