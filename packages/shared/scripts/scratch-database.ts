import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { deployMigrations } from '../src/db/deploy.ts';

/** Runs `work` against a new database that holds all migrations, on the server of `databaseUrl`; drops it afterwards. */
export async function withScratchDatabase<T>(databaseUrl: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `dongbo_scratch_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  try {
    await admin.query(`CREATE DATABASE ${name}`);
    const url = new URL(databaseUrl);
    url.pathname = `/${name}`;
    await deployMigrations(url.href);
    await dropChecks(url.href);
    return await work(url.href);
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.end();
  }
}

/** Models cannot say checks, and the engine panics on reading one through this adapter (7.10.0). */
async function dropChecks(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ statement: string }>(`
      SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS statement
      FROM pg_constraint WHERE contype = 'c' AND conrelid <> 0`);
    for (const { statement } of rows) await client.query(statement);
  } finally {
    await client.end();
  }
}
