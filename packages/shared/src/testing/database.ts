import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { createDatabase, type PrismaClient } from '../db/client.ts';
import { deployMigrations, migrationsFolder } from '../db/deploy.ts';
import { silentLog } from './log.ts';
import { testServers } from './servers.ts';

export type TestDatabase = { url: string; database: PrismaClient; drop(): Promise<void> };

/** A migrated database of its own, cloned from a template that the first caller makes. Drop it when the test is over. */
export async function createTestDatabase(poolSize = 10): Promise<TestDatabase> {
  const { databaseUrl } = testServers();
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  const name = `test_${randomBytes(6).toString('hex')}`;
  try {
    const template = await ensureTemplate(admin, databaseUrl);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  } finally {
    await admin.end();
  }
  const url = urlOf(databaseUrl, name);
  const database = createDatabase({ url, poolSize, log: silentLog });
  return { url, database, drop: () => drop(databaseUrl, name, database) };
}

/** One template for each state of the migrations, so that a server may be kept between runs. */
async function ensureTemplate(admin: pg.Client, databaseUrl: string): Promise<string> {
  const template = `template_${(await digestOfMigrations()).slice(0, 12)}`;
  await admin.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
  if (rowCount === 0) {
    await admin.query(`CREATE DATABASE ${template}`);
    await deployMigrations(urlOf(databaseUrl, template));
  }
  await admin.query('SELECT pg_advisory_unlock(hashtext($1))', [template]);
  return template;
}

async function digestOfMigrations(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(migrationsFolder)).sort()) hash.update(name).update(await readFile(path.join(migrationsFolder, name, 'migration.sql')));
  return hash.digest('hex');
}

async function drop(databaseUrl: string, name: string, database: PrismaClient): Promise<void> {
  await database.$disconnect();
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.end();
}

function urlOf(databaseUrl: string, name: string): string {
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return url.href;
}
