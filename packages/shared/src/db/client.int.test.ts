import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { silentLog } from '../testing/log.ts';
import { createDatabase } from './client.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

describe('createDatabase', () => {
  it('sets what ends a statement, a wait for a lock, and a transaction whose holder has fallen silent', async () => {
    const database = createDatabase({ url: test.url, poolSize: 1, log: silentLog, statementMs: 8_000, lockMs: 2_000, applicationName: 'a-test' });
    const names = ['application_name', 'idle_in_transaction_session_timeout', 'lock_timeout', 'statement_timeout'];
    const rows = z.array(z.object({ setting: z.string() })).parse(await database.$queryRaw`SELECT setting FROM pg_settings WHERE name = ANY(${names}) ORDER BY name`);
    expect(rows.map(({ setting }) => setting)).toEqual(['a-test', '10000', '2000', '8000']);
    await database.$disconnect();
  });
});
