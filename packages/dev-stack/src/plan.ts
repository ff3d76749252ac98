import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { clearDataFolder, prepareDataFolder } from './data-folder.ts';
import type { Settings } from './env.ts';
import { completeSettings, environmentOf, needsSandbox, type Place } from './environment.ts';
import { lockDataFolder } from './lock.ts';
import { freePort } from './process/ports.ts';
import type { Step } from './progress.ts';
import { type Secrets, secretsIn } from './secrets.ts';
import { postgresUrl } from './servers/postgres.ts';
import { redisUrl } from './servers/redis.ts';
import { sandbox, type ServiceDefinition, services as everyService } from './services.ts';

export type StackOptions = {
  /** Kept between starts. Without it a temporary one, which `close` removes. */
  dataFolder?: string;
  /** Forgets what earlier starts kept there. */
  fresh?: boolean;
  /** `known`: the ports of the design, where they are free. Default: any. */
  ports?: 'known' | 'free';
  /** What is given from outside; DATABASE_URL and REDIS_URL replace the servers of our own. */
  settings?: Settings;
  /** Default: all, with the sandbox where no marketplace's keys are given. */
  services?: readonly ServiceDefinition[];
  /** Which orders the sandbox makes up: the same seed, the same orders. */
  sandboxSeed?: number;
  /** Whether PostgreSQL is brought up to the newest migration. Default: yes. */
  migrations?: boolean;
  step?: Step;
};

export type StackUrls = {
  database: string;
  redis: string;
  /** Of services that serve HTTP, by name: `http['crm-console']`. */
  http: Readonly<Record<string, string>>;
  /** `/livez`, `/readyz` and `/metrics` of each service. */
  management: Readonly<Record<string, string>>;
};

/** Everything that is decided before the first process starts. */
export type StackPlan = {
  root: string;
  dataFolder: string;
  isTemporary: boolean;
  secrets: Secrets;
  settings: Settings;
  services: readonly ServiceDefinition[];
  urls: StackUrls;
  /** Ports of the servers that nobody brought along. */
  own: { postgresPort: number | undefined; redisPort: number | undefined };
  env(service: string): Record<string, string>;
  /** Services whose known port was taken, with the one that they got instead. */
  moved: readonly { name: string; from: number; to: number }[];
  /** Gives the data folder back. */
  release(): void;
};

export const repositoryRoot = path.resolve(fileURLToPath(new URL('../../..', import.meta.url)));

export async function planStack(options: StackOptions): Promise<StackPlan> {
  const given = options.settings ?? {};
  const services = options.services ?? [...(needsSandbox(given) ? [seeded(options.sandboxSeed)] : []), ...everyService];
  const { dataFolder, isTemporary, release } = takeFolder(options.dataFolder);
  if (options.fresh) clearDataFolder(dataFolder);
  const secrets = secretsIn(dataFolder);
  const own = {
    postgresPort: given.DATABASE_URL ? undefined : await freePort(),
    redisPort: given.REDIS_URL ? undefined : await freePort(),
  };
  const places = await placesOf(services, options.ports ?? 'free');
  const database = given.DATABASE_URL ?? postgresUrl(own.postgresPort, secrets.databasePassword);
  const redis = given.REDIS_URL ?? redisUrl(own.redisPort);
  const settings = { ...completeSettings({ given, secrets, places }), DATABASE_URL: database, REDIS_URL: redis };
  const env = (name: string): Record<string, string> => {
    const service = services.find((entry) => entry.name === name);
    const place = places.get(name);
    if (!service || !place) throw new Error(`The stack has no service '${name}'.`);
    return environmentOf(service, settings, place);
  };
  const moved = options.ports === 'known' ? movedPorts(services, places) : [];
  const urls = { database, redis, ...httpUrls(places) };
  return { root: repositoryRoot, dataFolder, isTemporary, secrets, settings, services, urls, own, moved, env, release };
}

const seeded = (seed: number | undefined): ServiceDefinition => (seed === undefined ? sandbox : { ...sandbox, extra: { SANDBOX_SEED: String(seed) } });

function takeFolder(kept: string | undefined): Pick<StackPlan, 'dataFolder' | 'isTemporary' | 'release'> {
  const dataFolder = kept ?? mkdtempSync(path.join(tmpdir(), 'dongbo-stack-'));
  if (kept) prepareDataFolder(dataFolder, process.getuid?.());
  else chmodSync(dataFolder, 0o711); // where we are root, PostgreSQL runs as another user
  const unlock = lockDataFolder(dataFolder);
  keepPreviousLogs(dataFolder);
  const release = (): void => (kept ? unlock() : rmSync(dataFolder, { recursive: true, force: true }));
  return { dataFolder, isTemporary: kept === undefined, release };
}

/** Logs are those of this start; those of the one before lie beside them, for the question what happened. */
function keepPreviousLogs(dataFolder: string): void {
  const logs = path.join(dataFolder, 'logs');
  if (!existsSync(logs)) return;
  rmSync(`${logs}.previous`, { recursive: true, force: true });
  renameSync(logs, `${logs}.previous`);
}

async function placesOf(services: readonly ServiceDefinition[], ports: 'known' | 'free'): Promise<ReadonlyMap<string, Place>> {
  const places = new Map<string, Place>();
  for (const { name, port } of services) {
    const own = port === undefined ? undefined : await freePort(ports === 'known' ? port : undefined);
    places.set(name, { port: own, managementPort: await freePort() });
  }
  return places;
}

function movedPorts(services: readonly ServiceDefinition[], places: ReadonlyMap<string, Place>): StackPlan['moved'] {
  return services.flatMap(({ name, port: from }) => {
    const to = places.get(name)?.port;
    return from === undefined || to === undefined || from === to ? [] : [{ name, from, to }];
  });
}

function httpUrls(places: ReadonlyMap<string, Place>): Pick<StackUrls, 'http' | 'management'> {
  const entries = [...places];
  return {
    http: Object.fromEntries(entries.flatMap(([name, { port }]) => (port === undefined ? [] : [[name, `http://127.0.0.1:${port}`]]))),
    management: Object.fromEntries(entries.map(([name, { managementPort }]) => [name, `http://127.0.0.1:${managementPort}`])),
  };
}
