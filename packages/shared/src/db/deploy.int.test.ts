import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { testServers } from '../testing/servers.ts';
import { createDatabaseProxy } from '../testing/database-proxy.ts';
import { deployMigrations, migrationsFolder } from './deploy.ts';

const admin = new pg.Client({ connectionString: testServers().databaseUrl });
let name: string;
let url: string;
let folder: string;
let serial = 0;

beforeAll(() => admin.connect());
afterAll(() => admin.end());
beforeEach(async () => {
  name = `deploy_${String(process.pid)}_${String(++serial)}`;
  await admin.query(`CREATE DATABASE ${name}`);
  url = Object.assign(new URL(testServers().databaseUrl), { pathname: `/${name}` }).href;
  folder = await mkdtemp(path.join(tmpdir(), 'migrations-'));
  await cp(migrationsFolder, folder, { recursive: true });
});
afterEach(async () => {
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await rm(folder, { recursive: true });
});

const firstFile = path.join('20261124080000_first', 'migration.sql');
async function addMigration(migration: string, sql: string): Promise<void> {
  await cp(path.join(folder, '20261124080000_first'), path.join(folder, migration), { recursive: true });
  await writeFile(path.join(folder, migration, 'migration.sql'), sql);
}

describe('deployMigrations', () => {
  it('applies each once, from several replicas at once and again later', async () => {
    const applied = await Promise.all(Array.from({ length: 4 }, () => deployMigrations(url, folder)));
    expect(applied.map(({ length }) => length).toSorted()).toEqual([0, 0, 0, 2]);
    expect(await deployMigrations(url, folder)).toEqual([]);
  });

  it('stops where a migration was changed after it had been applied', async () => {
    await deployMigrations(url, folder);
    await writeFile(path.join(folder, firstFile), 'SELECT 1');
    await expect(deployMigrations(url, folder)).rejects.toThrow('20261124080000_first was changed');
  });

  it('keeps why a migration failed, changes nothing of it, and does not go on over it', async () => {
    await addMigration('29990101000000_broken', 'CREATE TABLE crm.half (id int); SELECT * FROM nowhere;');
    await expect(deployMigrations(url, folder)).rejects.toThrow('nowhere');
    await expect(deployMigrations(url, folder)).rejects.toThrow('stopped half way');
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ half: string | null }>("SELECT to_regclass('crm.half') AS half");
    await client.end();
    expect(rows).toEqual([{ half: null }]);
  });

  it.each([
    ['in the middle of its SQL', 'pg_sleep'],
    ['before its ledger row is committed', 'INSERT INTO _prisma_migrations'],
  ])('applies again what was cut off %s, with no repair by hand', async (_, text) => {
    await deployMigrations(url, folder);
    await addMigration('29990101000000_cut', 'CREATE TABLE crm.whole (id int); SELECT pg_sleep(0.1);');
    const proxy = await createDatabaseProxy(url);
    proxy.cutAt(text);
    await expect(deployMigrations(proxy.url, folder)).rejects.toThrow('29990101000000_cut failed');
    expect(await deployMigrations(url, folder)).toEqual(['29990101000000_cut']);
    await proxy.close();
  });

  it('runs outside of a transaction what must, and refuses to go on over half of it', async () => {
    await addMigration('29990101000000_index', 'CREATE INDEX CONCURRENTLY a_new_one ON crm."order" (code);');
    expect(await deployMigrations(url, folder)).toContain('29990101000000_index');
    await addMigration('29990102000000_index', '-- CONCURRENTLY\nCREATE INDEX CONCURRENTLY a_new_one ON crm."order" (code);');
    await expect(deployMigrations(url, folder)).rejects.toThrow('already exists');
    await expect(deployMigrations(url, folder)).rejects.toThrow('stopped half way');
  });

  it('ends in the models', async () => {
    const script = path.resolve(import.meta.dirname, '../../scripts/db-check.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [script], { env: { DATABASE_URL: testServers().databaseUrl } });
    expect(stdout).toContain('The migrations end in the models.');
  });
});
