import { createTestDatabase, type TestDatabase } from 'shared/testing/database';
import { silentLog } from 'shared/testing/log';
import { createTestRedis } from 'shared/testing/redis';
import { testServers } from 'shared/testing/servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ErrorSchema } from './schemas/errors.ts';
import { composeConsole } from './compose.ts';
import { readEnv } from './env.ts';

let test: TestDatabase;
const redis = createTestRedis();
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(async () => {
  await redis.close();
  await test.drop();
});

const envOf = (redisUrl: string) =>
  readEnv({
    HOST: '127.0.0.1', PORT: '0', MANAGEMENT_PORT: '0', DATABASE_URL: test.url, REDIS_URL: redisUrl, SECRETS_KEY: Buffer.alloc(32, 1).toString('base64'),
    PUBLIC_CONSOLE_URL: 'http://localhost:3700', CONSOLE_ADMIN_EMAIL: 'owner@example.vn', CONSOLE_ADMIN_PASSWORD: 'first-password', LOG_LEVEL: 'silent',
  });

describe('the service', () => {
  it('starts with an owner, is ready, and closes at once though a connection is kept alive', async () => {
    const service = await composeConsole(envOf(testServers().redisUrl), silentLog, { namespace: redis.namespace });
    await service.start();
    const { http, management } = service.ports();
    const answer = await fetch(`http://127.0.0.1:${http}/api/auth/sign-in/email`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: 'owner@example.vn', password: 'first-password' }),
    });
    expect(answer.status).toBe(200);
    expect(await (await fetch(`http://127.0.0.1:${management}/readyz`)).json()).toMatchObject({ status: 'ok' });
    const metrics = await (await fetch(`http://127.0.0.1:${management}/metrics`)).text();
    expect(metrics).toContain('route="/api/auth/sign-in/email"');
    const started = performance.now();
    await service.close();
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('shows orders while Redis is away; nobody signs in meanwhile, and it is not ready', async () => {
    const service = await composeConsole({ ...envOf('redis://127.0.0.1:1'), CONSOLE_API_KEY: 'machine-key-0000001' }, silentLog);
    await service.start();
    const { http, management } = service.ports();
    const orders = await fetch(`http://127.0.0.1:${http}/api/orders`, { headers: { authorization: 'Bearer machine-key-0000001' } });
    expect(await orders.json()).toEqual({ items: [], nextCursor: null });
    const signIn = await fetch(`http://127.0.0.1:${http}/api/auth/sign-in/email`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: 'owner@example.vn', password: 'first-password' }),
    });
    expect([signIn.status, ErrorSchema.parse(await signIn.json()).error.code]).toEqual([503, 'QUEUE_UNAVAILABLE']);
    expect((await fetch(`http://127.0.0.1:${management}/readyz`)).status).toBe(503);
    await service.close();
  });
});
