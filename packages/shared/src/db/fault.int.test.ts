import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '../errors/app-error.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { createDatabaseProxy, type DatabaseProxy } from '../testing/database-proxy.ts';
import { silentLog } from '../testing/log.ts';
import { createDatabase, type DatabaseOptions, type PrismaClient } from './client.ts';
import { type DatabaseFault, databaseFault } from './fault.ts';

let test: TestDatabase;
let proxy: DatabaseProxy;
let opened: PrismaClient[];
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  proxy = await createDatabaseProxy(test.url);
  opened = [];
});
afterEach(async () => {
  await proxy.close();
  await Promise.all(opened.map((database) => database.$disconnect()));
});

function open(over: Partial<DatabaseOptions> = {}): PrismaClient {
  const database = createDatabase({ url: proxy.url, poolSize: 1, log: silentLog, connectMs: 300, statementMs: 300, ...over });
  opened.push(database);
  return database;
}
const failureOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => expect.unreachable('it did not fail'), (error: unknown) => error);
const faultOf = async (work: Promise<unknown>): Promise<DatabaseFault> => databaseFault(await failureOf(work));

describe('databaseFault', () => {
  it('lets a statement whose connection is cut in its middle be tried again', async () => {
    proxy.cutAt('pg_sleep');
    expect(await faultOf(open({ statementMs: 10_000 }).$queryRaw`SELECT pg_sleep(5)::text`)).toBe('passing');
  });

  it('lets a transaction whose connection is cut in its middle be tried again', async () => {
    proxy.cutAt('pg_sleep');
    expect(await faultOf(open({ statementMs: 10_000 }).$transaction((tx) => tx.$queryRaw`SELECT pg_sleep(5)::text`))).toBe('passing');
  });

  it('lets it be tried again where a proxy accepts and closes', async () => {
    proxy.mode('close');
    expect(await faultOf(open().$queryRaw`SELECT 1`)).toBe('passing');
    expect(await faultOf(open().$transaction((tx) => tx.$queryRaw`SELECT 1`))).toBe('passing');
  });

  it('lets it be tried again where a server accepts and says nothing', async () => {
    proxy.mode('mute');
    expect(await faultOf(open().$queryRaw`SELECT 1`)).toBe('passing');
    expect(await faultOf(open().$transaction((tx) => tx.$queryRaw`SELECT 1`))).toBe('passing');
  });

  it('lets it be tried again where every connection of the pool is in use', async () => {
    const database = open({ statementMs: 10_000 });
    const free = Promise.withResolvers<undefined>();
    const taken = Promise.withResolvers<undefined>();
    const holder = database.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1`;
      taken.resolve(undefined);
      await free.promise;
    });
    await taken.promise;
    expect(await faultOf(database.$queryRaw`SELECT 1`)).toBe('passing');
    expect(await faultOf(database.$transaction((tx) => tx.$queryRaw`SELECT 1`, { maxWait: 100 }))).toBe('passing');
    free.resolve(undefined);
    await holder;
  });

  it('calls it a time-out where a server falls silent in the middle of a statement', async () => {
    const database = open();
    await database.$queryRaw`SELECT 1`;
    proxy.silenceAt('pg_sleep');
    expect(await faultOf(database.$queryRaw`SELECT pg_sleep(0)::text`)).toBe('timeout');
  });

  it('calls it a time-out where the server stops a statement, or a transaction outlives its time', async () => {
    expect(await faultOf(open().$queryRaw`SELECT pg_sleep(2)::text`)).toBe('timeout');
    const slow = (database: PrismaClient) => database.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT pg_sleep(0.2)::text`;
      await tx.$queryRaw`SELECT 1`;
    }, { timeout: 100 });
    expect(await faultOf(slow(open()))).toBe('timeout');
  });

  it('lets it be tried again where somebody else holds the lock for too long, or the server is read-only for now', async () => {
    const database = open({ poolSize: 2, statementMs: 10_000, lockMs: 100 });
    const waits = database.$transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE channel.store`;
      return faultOf(database.$queryRaw`SELECT count(*) FROM channel.store`);
    });
    expect(await waits).toBe('passing');
    const readOnly = database.$transaction([database.$executeRaw`SET TRANSACTION READ ONLY`, database.$executeRaw`CREATE TABLE crm.never (id int)`]);
    expect(await faultOf(readOnly)).toBe('passing');
  });

  it('tells what the database refuses from what was never its own', async () => {
    expect(await faultOf(open().$queryRaw`SELECT ${'a\u0000b'}::text`)).toBe('data');
    // A writer that was rolled out before its migration: no order is at fault.
    expect(await faultOf(open().$queryRaw`SELECT * FROM nowhere`)).toBe('passing');
    const notOurs = [new AppError({ code: 'INTERNAL' }), z.string().safeParse(7).error, new TypeError('ours')];
    expect(notOurs.map(databaseFault)).toEqual(['other', 'other', 'other']);
  });
});
