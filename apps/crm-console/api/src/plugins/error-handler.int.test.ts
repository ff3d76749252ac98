import { createDatabase } from 'shared/db/client';
import { raiseNotifications } from 'shared/notifications/raise';
import { silentLog } from 'shared/testing/log';
import { testServers } from 'shared/testing/servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTestConsole, type TestConsole } from '../testing/console.ts';
import { addStore } from '../testing/orders.ts';

let desk: TestConsole;
beforeAll(async () => {
  desk = await createTestConsole();
});
afterAll(() => desk.close());

/** No new connections to this test's database, and the open ones end. */
async function takeAway(): Promise<void> {
  const [row] = z.array(z.object({ name: z.string() })).parse(await desk.database.$queryRaw`SELECT current_database() AS name`);
  const elsewhere = createDatabase({ url: testServers().databaseUrl, poolSize: 1, log: silentLog });
  await elsewhere.$executeRawUnsafe(`ALTER DATABASE ${row?.name} WITH ALLOW_CONNECTIONS false`);
  await elsewhere.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ${row?.name}`;
  await elsewhere.$disconnect();
}

describe('what fails', () => {
  it.each(['/%zz', '/api/orders/%zz'])('says that %s is no address, in the house’s shape', async (url) => {
    const answer = await desk.asMachine({ url });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([400, 'application/json; charset=utf-8']);
    expect(answer.json().error).toMatchObject({ code: 'VALIDATION_FAILED', fields: { '(address)': 'cannot be decoded' }, requestId: answer.headers['x-request-id'] });
  });

  it('tells nothing but a request id where we did not foresee it', async () => {
    // A row that the code cannot read.
    await raiseNotifications(desk.database, [{ kind: 'event_failed', channel: 'shopee', storeId: String(await addStore(desk.database)), groupKey: 'x', params: {}, retryable: true }]);
    await desk.database.$executeRawUnsafe('ALTER TABLE channel.notification ALTER COLUMN count DROP DEFAULT, ALTER COLUMN count TYPE text');
    const answer = await desk.asMachine({ url: '/api/notifications' });
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toEqual({ error: { code: 'INTERNAL', message: 'Something failed on our side.', requestId: answer.headers['x-request-id'] } });
  });

  it('signs nobody out while the database is away: it says that, for sessions too', async () => {
    const staff = await desk.addStaff('owner');
    const ask = await desk.signIn(staff);
    await takeAway();
    const answers = [await ask({ url: '/api/orders' }), await ask({ url: '/queues/api/queues' }), await desk.asMachine({ url: '/api/orders' })];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([503, 503, 503]);
    for (const answer of answers) expect(answer.json().error.code).toBe('DATABASE_UNAVAILABLE');
    const signIn = await desk.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email: staff.email, password: staff.password } });
    expect([signIn.statusCode, signIn.json().error.code]).toEqual([503, 'DATABASE_UNAVAILABLE']);
  });
});
