import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** The number that Prisma's own CLI locks by, so that the two exclude each other. */
const MIGRATION_LOCK = 72_707_369;
const LOCK_POLL_MS = 100;
const LEDGER = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
    logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count int NOT NULL DEFAULT 0)`;

export const migrationsFolder: string = path.resolve(import.meta.dirname, '../../prisma/migrations');

type Migration = { name: string; sql: string; checksum: string };
type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

/**
 * Applies the migrations that a database lacks, in the order of their names; safe twice and from several replicas at once
 * (an advisory lock). The ledger is Prisma's own, so its CLI can take over.
 * Returns the names that were applied. Throws where an applied file has changed or an earlier one stopped half way.
 */
export async function deployMigrations(databaseUrl: string, folder: string = migrationsFolder): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  // A connection that breaks fails the statement under way; without a listener it would also end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await takeLock(client);
    await client.query(LEDGER);
    const { rows } = await client.query<Applied>('SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL');
    const pending = pendingOf(await readMigrations(folder), rows);
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** Asked for again and again, not waited for: a statement that waits holds a snapshot, and `CREATE INDEX CONCURRENTLY` waits for that. */
async function takeLock(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [MIGRATION_LOCK]);
    if (rows[0]?.taken) return;
    await wait(LOCK_POLL_MS);
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

function pendingOf(migrations: Migration[], applied: Applied[]): Migration[] {
  const byName = new Map(applied.map((row) => [row.migration_name, row]));
  return migrations.filter(({ name, checksum }) => {
    const row = byName.get(name);
    if (!row) return true;
    if (!row.finished_at) throw new Error(`migration ${name} stopped half way; read its logs in _prisma_migrations, mend the database, then delete its row`);
    if (row.checksum !== checksum) throw new Error(`migration ${name} was changed after it had been applied; write a new migration instead`);
    return false;
  });
}

/** What PostgreSQL refuses within a transaction stands in a file of its own (`CREATE INDEX CONCURRENTLY`). */
const needsNoTransaction = (sql: string): boolean => /\bCONCURRENTLY\b/i.test(sql.replaceAll(/--.*$/gm, ''));

/**
 * The SQL and its ledger row are one transaction: who is killed has applied all of it or nothing, and the next run goes on.
 * Outside of one, the row stands before the SQL runs, so that half of it is not run again.
 */
async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const id = randomUUID();
  try {
    if (needsNoTransaction(migration.sql)) await applyStepByStep(client, migration, id);
    else await applyAtOnce(client, migration, id);
  } catch (error) {
    // Where the connection is gone this fails too: then nothing is kept, and nothing of a transaction was applied.
    await keepLogs(client, migration, { id, logs: String(error) }).catch(() => undefined);
    throw new Error(`migration ${migration.name} failed: ${String(error)}`, { cause: error });
  }
}

async function applyAtOnce(client: pg.Client, { name, sql, checksum }: Migration, id: string): Promise<void> {
  await client.query('BEGIN');
  await client.query(sql);
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)', [id, checksum, name]);
  await client.query('COMMIT');
}

async function applyStepByStep(client: pg.Client, { name, sql, checksum }: Migration, id: string): Promise<void> {
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [id, checksum, name]);
  await client.query(sql);
  await client.query('UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id]);
}

async function keepLogs(client: pg.Client, { name, checksum }: Migration, { id, logs }: { id: string; logs: string }): Promise<void> {
  await client.query('ROLLBACK');
  await client.query(
    'INSERT INTO _prisma_migrations (id, checksum, migration_name, logs) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO UPDATE SET logs = excluded.logs',
    [id, checksum, name, logs],
  );
}
