import pg from 'pg';
import { createDatabase, type PrismaClient } from 'shared/db/client';
import type { OrderSnapshot } from 'shared/domain/order-snapshot';
import type { FailedEvent } from 'shared/inbox/postpone-events';
import { createSealer } from 'shared/secrets/seal';
import { aLine, anOrderSnapshot } from 'shared/testing/an-order-snapshot';
import { createTestDatabase, type TestDatabase } from 'shared/testing/database';
import { createDatabaseProxy } from 'shared/testing/database-proxy';
import { silentLog } from 'shared/testing/log';
import { addEvent, addStore, eventStatus } from 'shared/testing/rows';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWriteSnapshots } from './write-snapshots.ts';

let test: TestDatabase;
let storeId: string;
let closing: AbortController;
let failed: FailedEvent[];

beforeAll(async () => {
  test = await createTestDatabase();
  storeId = await addStore(test.database);
});
afterAll(() => test.drop());
beforeEach(() => {
  closing = new AbortController();
  failed = [];
});

const write = (...snapshots: OrderSnapshot[]) => writeBy(test.database, snapshots);
const writeBy = (database: PrismaClient, snapshots: readonly OrderSnapshot[]) =>
  createWriteSnapshots({
    database, sealer: createSealer([Buffer.alloc(32, 1)]), log: silentLog, closing: closing.signal,
    onFailed: (events) => Promise.resolve(void failed.push(...events)),
  })(snapshots);
const rowOf = (event: { id: string }) => test.database.inboundEvent.findUniqueOrThrow({ where: { id: BigInt(event.id) } });
/** Each new order of the database takes so long. */
async function slowDown(seconds: number): Promise<() => Promise<unknown>> {
  await test.database.$executeRawUnsafe(`CREATE FUNCTION slow() RETURNS trigger AS $$ BEGIN PERFORM pg_sleep(${String(seconds)}); RETURN NEW; END $$ LANGUAGE plpgsql`);
  await test.database.$executeRaw`CREATE TRIGGER slow BEFORE INSERT ON crm."order" FOR EACH ROW EXECUTE FUNCTION slow()`;
  return () => test.database.$executeRaw`DROP FUNCTION slow() CASCADE`;
}
const ordersOf = (...codes: string[]) => test.database.order.count({ where: { code: { in: codes }, stub: false } });
/** jsonb refuses half a surrogate pair; the mapping lets none through, so this is what a fault of ours would look like. */
const poison = (code: string) => anOrderSnapshot({ storeId, code, facts: { ...anOrderSnapshot().facts, lines: [aLine({ name: 'a\u0000b' })] } });

describe('writing a batch', () => {
  it('sets apart the one snapshot that the database refuses: it spends an attempt of its rows, and the others are written', async () => {
    const event = await addEvent(test.database, storeId, { key: 'POISON' });
    const healthy = ['H1', 'H2', 'H3'].map((code) => anOrderSnapshot({ storeId, code }));
    await write(...healthy.slice(0, 1), { ...poison('POISON'), events: [event] }, ...healthy.slice(1));
    expect(await ordersOf('H1', 'H2', 'H3')).toBe(3);
    expect(await test.database.inboundEvent.findUnique({ where: { id: BigInt(event.id) } })).toMatchObject({ status: 'received', attempts: 1 });
  });

  it('announces a row that is given up with it', async () => {
    const event = await addEvent(test.database, storeId, { key: 'POISON2' });
    await test.database.inboundEvent.update({ where: { id: BigInt(event.id) }, data: { attempts: 5 } });
    await write({ ...poison('POISON2'), events: [event] });
    expect(failed).toMatchObject([{ code: 'POISON2', channel: 'shopee' }]);
    expect(await eventStatus(test.database, event)).toBe('failed');
  });

  it('writes all the same when its connections are cut in the middle', async () => {
    const admin = new pg.Client({ connectionString: test.url });
    await admin.connect();
    const cut = () => admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');
    const codes = Array.from({ length: 40 }, (_, index) => `CUT${String(index)}`);
    const writing = Promise.all(codes.map((code) => write(anOrderSnapshot({ storeId, code }))));
    await cut();
    await writing;
    await admin.end();
    expect(await ordersOf(...codes)).toBe(40);
  });

  it('spends no attempt of a row whose connection is cut in the middle of its statement', async () => {
    const proxy = await createDatabaseProxy(test.url);
    const database = createDatabase({ url: proxy.url, poolSize: 1, log: silentLog });
    for (const text of ['INSERT INTO crm.order', 'SKIP LOCKED', 'UPDATE webhook.inbound_event', 'COMMIT']) {
      const event = await addEvent(test.database, storeId, { key: `MID ${text}` });
      proxy.cutAt(text);
      await writeBy(database, [anOrderSnapshot({ storeId, code: `MID ${text}`, events: [event] })]);
      expect(await rowOf(event)).toMatchObject({ status: 'done', attempts: 0 });
    }
    await database.$disconnect();
    await proxy.close();
  });

  it('cuts a batch that takes too long in halves until each part is done in time', async () => {
    const database = createDatabase({ url: test.url, poolSize: 1, log: silentLog, statementMs: 600 });
    const heal = await slowDown(0.2);
    const codes = ['SLOW1', 'SLOW2', 'SLOW3', 'SLOW4'];
    const events = await Promise.all(codes.map((key) => addEvent(test.database, storeId, { key })));
    await writeBy(database, codes.map((code, index) => anOrderSnapshot({ storeId, code, events: events.slice(index, index + 1) })));
    await heal();
    await database.$disconnect();
    for (const event of events) expect(await rowOf(event)).toMatchObject({ status: 'done', attempts: 0 });
  });

  it('spends an attempt of what takes too long alone', async () => {
    const database = createDatabase({ url: test.url, poolSize: 1, log: silentLog, statementMs: 200 });
    const heal = await slowDown(2);
    const event = await addEvent(test.database, storeId, { key: 'SLOWEST' });
    await writeBy(database, [anOrderSnapshot({ storeId, code: 'SLOWEST', events: [event] })]);
    await heal();
    await database.$disconnect();
    expect(await rowOf(event)).toMatchObject({ status: 'received', attempts: 1 });
  });

  it('gives the job back when the service closes while the database wants the transaction again', async () => {
    closing.abort();
    await test.database.$executeRaw`CREATE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$ LANGUAGE plpgsql`;
    await test.database.$executeRaw`CREATE TRIGGER refuse BEFORE INSERT ON crm."order" FOR EACH ROW EXECUTE FUNCTION refuse()`;
    await expect(write(anOrderSnapshot({ storeId, code: 'LATE' }))).rejects.toThrow();
    await test.database.$executeRaw`DROP TRIGGER refuse ON crm."order"`;
  });
});
