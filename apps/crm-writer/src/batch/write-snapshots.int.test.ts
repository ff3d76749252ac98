import pg from 'pg';
import type { FailedEvent } from 'shared/inbox/postpone-events';
import { createSealer } from 'shared/secrets/seal';
import { aLine, anOrderSnapshot } from 'shared/testing/an-order-snapshot';
import { createTestDatabase, type TestDatabase } from 'shared/testing/database';
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

const write = (...snapshots: ReturnType<typeof anOrderSnapshot>[]) =>
  createWriteSnapshots({
    database: test.database, sealer: createSealer([Buffer.alloc(32, 1)]), log: silentLog, closing: closing.signal,
    onFailed: (events) => Promise.resolve(void failed.push(...events)),
  })(snapshots);
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

  it('gives the job back when the service closes while the database wants the transaction again', async () => {
    closing.abort();
    await test.database.$executeRaw`CREATE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$ LANGUAGE plpgsql`;
    await test.database.$executeRaw`CREATE TRIGGER refuse BEFORE INSERT ON crm."order" FOR EACH ROW EXECUTE FUNCTION refuse()`;
    await expect(write(anOrderSnapshot({ storeId, code: 'LATE' }))).rejects.toThrow();
    await test.database.$executeRaw`DROP TRIGGER refuse ON crm."order"`;
  });
});
