import { createTestDatabase, type TestDatabase } from 'shared/testing/database';
import { addEvent, addStore } from 'shared/testing/rows';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRefetchHandler } from './refetch.ts';

let test: TestDatabase;
let storeId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  storeId = await addStore(test.database);
});
afterAll(() => test.drop());

describe('order.refetch', () => {
  it('fails at its first run with the row’s reason, and opens the row and wakes its lane when a person retries it', async () => {
    const { id } = await addEvent(test.database, storeId);
    await test.database.inboundEvent.update({ where: { id: BigInt(id) }, data: { status: 'failed', attempts: 6 } });
    const woken: string[] = [];
    const handle = createRefetchHandler({ database: test.database, wake: (lane) => Promise.resolve(void woken.push(lane)) });
    const payload = { storeId, eventId: id, code: '260714TESTA001', reason: 'update_time is missing', traceId: 't' };
    await expect(handle(payload, { jobId: '1', startedTimes: 1 })).rejects.toThrow('update_time is missing');
    expect(woken).toEqual([]);
    expect(await handle(payload, { jobId: '1', startedTimes: 2 })).toEqual({ code: '260714TESTA001', reopened: true });
    expect(woken).toEqual([storeId]);
    expect(await test.database.inboundEvent.findUnique({ where: { id: BigInt(id) } })).toMatchObject({ status: 'received', attempts: 0 });
  });
});
