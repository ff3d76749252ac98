import { createDatabase, type PrismaClient } from 'shared/db/client';
import { createTestDatabase, type TestDatabase } from 'shared/testing/database';
import { createDatabaseProxy, type DatabaseProxy } from 'shared/testing/database-proxy';
import { silentLog } from 'shared/testing/log';
import { addEvent, addStore, eventStatus } from 'shared/testing/rows';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHandlers } from './handlers.ts';

let test: TestDatabase;
let proxy: DatabaseProxy;
let database: PrismaClient;
let closing: AbortController;
let storeId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  storeId = await addStore(test.database);
});
afterAll(() => test.drop());
beforeEach(async () => {
  proxy = await createDatabaseProxy(test.url);
  database = createDatabase({ url: proxy.url, poolSize: 1, log: silentLog, connectMs: 300 });
  closing = new AbortController();
});
afterEach(async () => {
  await database.$disconnect();
  await proxy.close();
});

async function anUnavailableOrder(code: string) {
  const event = await addEvent(test.database, storeId, { key: code });
  return { event, payload: { channel: 'shopee' as const, storeId, code, reason: 'error_not_found', events: [event], traceId: '0af7651916cd43dd8448eb211c80319c' } };
}
const handle = (payload: Awaited<ReturnType<typeof anUnavailableOrder>>['payload']) =>
  createHandlers({ database, batcher: { write: () => Promise.resolve() }, log: silentLog, closing: closing.signal })['order.unavailable'](payload, { jobId: '1', startedTimes: 1 });

describe('an order that is not available', () => {
  it('ends its rows in the same run though the connection is cut in the middle and the database is away for a while', async () => {
    const { event, payload } = await anUnavailableOrder('GONE1');
    proxy.cutAt('UPDATE webhook.inbound_event', 'close');
    const handled = handle(payload);
    await vi.waitFor(() => expect(proxy.refusals()).toBeGreaterThan(0));
    proxy.mode('pass');
    expect(await handled).toEqual({ code: 'GONE1', reason: 'error_not_found' });
    expect(await eventStatus(test.database, event)).toBe('done');
  });

  it('goes back to the queue when the service closes while the database is away', async () => {
    const { event, payload } = await anUnavailableOrder('GONE2');
    proxy.mode('close');
    const handled = handle(payload);
    closing.abort();
    await expect(handled).rejects.toThrow();
    expect(await eventStatus(test.database, event)).toBe('received');
  });
});
