import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { isRunning } from '../process/is-running.ts';
import type { Child, Children } from '../process/children.ts';
import type { Unit } from '../process/units.ts';
import { waitUntilReady } from '../process/wait-until.ts';
import { type Owner, postgresBinaries, postgresOwner } from './postgres-binaries.ts';

export type PostgresOptions = {
  children: Children;
  /** Holds `postgres/` (the data) and `logs/postgres.log`. Must be reachable by the OS user `postgres` where we are root. */
  folder: string;
  port: number;
  password: string;
  /** Data of tests: gone afterwards, so that it need not survive a crash of the machine. */
  throwaway: boolean;
};

const DATABASE = 'dongbo';
const READY_WITHIN_MS = 60_000;
const ORPHANS_WITHIN_MS = 15_000;
const ORPHANS_EVERY_MS = 200;
const STOP_SIGNAL = 'SIGINT'; // "fast shutdown": sessions are cut, the data is written
// Commits stay synchronous: a PostgreSQL that is killed must lose nothing that it has confirmed, in tests too.
const throwawaySettings = ['fsync=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0'];
const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=300', 'shared_buffers=256MB', 'timezone=UTC'];

export const postgresUrl = (port: number | undefined, password: string, database = DATABASE): string =>
  `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;

/** PostgreSQL of our own on 127.0.0.1, initialised on first use, with the database `dongbo` in it. */
export function postgresUnit(options: PostgresOptions): Unit {
  const { port, password } = options;
  const admin = postgresUrl(port, password, 'postgres');
  return {
    name: 'postgres',
    spawn: () => spawnUntilReady(options, admin),
    async ready() {
      const { rowCount } = await query(admin, `SELECT 1 FROM pg_database WHERE datname = '${DATABASE}'`);
      if (rowCount === 0) await query(admin, `CREATE DATABASE ${DATABASE}`);
    },
  };
}

/** The server processes of one that was killed need a moment to notice it; until then a new one refuses to start in their folder. */
async function spawnUntilReady(options: PostgresOptions, admin: string): Promise<Child> {
  const deadline = Date.now() + ORPHANS_WITHIN_MS;
  for (;;) {
    const child = await spawnPostgres(options);
    try {
      await waitUntilReady(child, () => query(admin, 'SELECT 1').then(() => true), READY_WITHIN_MS);
      return child;
    } catch (error) {
      if (!String(error).includes('pre-existing shared memory block') || Date.now() > deadline) throw error;
      await wait(ORPHANS_EVERY_MS);
    }
  }
}

async function spawnPostgres({ children, folder, port, password, throwaway }: PostgresOptions): Promise<Child> {
  const owner = postgresOwner();
  const binaries = postgresBinaries(folder, owner);
  const data = path.join(folder, 'postgres');
  if (!existsSync(path.join(data, 'PG_VERSION'))) await initialise({ initdb: binaries.initdb, data, password, throwaway, owner });
  clearStaleLock(data);
  const all = [...settings, ...(throwaway ? throwawaySettings : [])];
  return children.start({
    name: 'postgres',
    command: binaries.postgres,
    args: ['-D', data, '-p', String(port), ...all.flatMap((setting) => ['-c', setting])],
    env: { LC_ALL: 'C.UTF-8' },
    cwd: data,
    logFile: path.join(folder, 'logs/postgres.log'),
    stopSignal: STOP_SIGNAL,
    owner,
  });
}

type Initialise = { initdb: string; data: string; password: string; throwaway: boolean; owner: Owner | undefined };

async function initialise({ initdb, data, password, throwaway, owner }: Initialise): Promise<void> {
  rmSync(data, { recursive: true, force: true }); // what an interrupted first start left
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const passwordFile = `${data}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (owner) for (const file of [data, passwordFile]) chownSync(file, owner.uid, owner.gid);
  const flags = ['--encoding=UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', '--username=postgres', `--pwfile=${passwordFile}`];
  // One round of hashing where tests open thousands of connections, and no flush of files that will be deleted.
  if (throwaway) flags.push('--no-sync', '--set=scram_iterations=1');
  try {
    await promisify(execFile)(initdb, [`--pgdata=${data}`, ...flags], { cwd: '/', env: { LC_ALL: 'C.UTF-8' }, ...owner });
  } catch (cause) {
    rmSync(data, { recursive: true, force: true });
    throw new Error('PostgreSQL could not be initialised.', { cause });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** After a crash of the machine the lock may name a process that is somebody else's by now; PostgreSQL would refuse to start. */
function clearStaleLock(data: string): void {
  const lock = path.join(data, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  if (isRunning(pid, data)) throw new Error(`A PostgreSQL (process ${pid}) already works in ${data}: end it, or use another folder.`);
  rmSync(lock);
}

async function query(connectionString: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
