/**
 * The whole system on one machine: PostgreSQL and Redis (or those that are given), migrations, the sandbox where no
 * marketplace's keys are given, and every service as a process of its own. Used by `npm start`, and by tests that
 * kill and restart services.
 */
import path from 'node:path';
import type { Settings } from './env.ts';
import { migrate } from './migrate.ts';
import { planStack, type StackOptions, type StackPlan, type StackUrls } from './plan.ts';
import { type Children, createChildren } from './process/children.ts';
import { createUnits, type Death, type Unit } from './process/units.ts';
import { silently } from './progress.ts';
import { postgresUnit } from './servers/postgres.ts';
import { redisUnit } from './servers/redis.ts';
import { serviceUnit } from './service-unit.ts';
import type { ServiceDefinition } from './services.ts';

export type { StackOptions, StackUrls } from './plan.ts';

export type Stack = {
  /** Resolves when every service is ready. Where one fails, everything is stopped again. */
  start(): Promise<void>;
  /** Ends every process, services first; may be called twice. */
  close(): Promise<void>;
  readonly urls: StackUrls;
  /** What the services are told, secrets included. */
  readonly settings: Settings;
  readonly dataFolder: string;
  /** Services whose known port was taken, with the one that they got instead. */
  readonly moved: StackPlan['moved'];
  /** The whole environment of a service. */
  env(service: string): Record<string, string>;
  /** The processes that live, by name; own servers are `postgres` and `redis`. */
  pids(): Record<string, number>;
  /** Sends a signal. One that ends the process is waited for, and it stays down until `restart`. */
  kill(name: string, signal?: NodeJS.Signals): Promise<void>;
  /** Ends it in good order where it lives, starts it on the same port, and resolves when it is ready. */
  restart(name: string): Promise<void>;
  /** Settles when a process ends that nobody asked to end. */
  readonly died: Promise<Death>;
};

export async function createStack(options: StackOptions = {}): Promise<Stack> {
  const plan = await planStack(options);
  const children = createChildren();
  const units = createUnits();
  const step = options.step ?? silently;

  const start = async (): Promise<void> => {
    const servers = serverUnits(plan, children);
    if (servers.length > 0) await step(servers.map(({ name }) => titles[name] ?? name).join(' and '), () => units.startGroup(servers));
    if (options.migrations ?? true) await step('database migrations', () => migrate(plan.root, plan.urls.database));
    const unitOf = (service: ServiceDefinition): Unit =>
      serviceUnit({ root: plan.root, children, service, env: plan.env(service.name), logFile: logFile(plan.dataFolder, service.name) });
    for (const group of [plan.services.filter(isStandIn), plan.services.filter((service) => !isStandIn(service))]) {
      if (group.length > 0) await step(group.map(({ name }) => name).join(', '), () => units.startGroup(group.map(unitOf)));
    }
  };
  const close = once(async () => {
    await units.stopAll();
    children.close();
    plan.release();
  });

  return {
    urls: plan.urls,
    settings: plan.settings,
    dataFolder: plan.dataFolder,
    moved: plan.moved,
    env: plan.env,
    pids: units.pids,
    kill: (name, signal = 'SIGKILL') => units.kill(name, signal),
    restart: units.restart,
    died: units.died,
    close,
    async start() {
      try {
        await Promise.race([start(), units.died.then((death) => Promise.reject(deathError(death)))]);
      } catch (error) {
        await close();
        throw error;
      }
    },
  };
}

export const deathError = ({ name, reason, lastLines }: Death): Error => new Error(`${name} ended (${reason}). Its last lines:\n${lastLines}`);

const titles: Record<string, string> = { postgres: 'PostgreSQL', redis: 'Redis' };
/** The services call it when they start, so it has to be there before them. */
const isStandIn = ({ readyOn }: ServiceDefinition): boolean => readyOn === 'port';

export const logFile = (dataFolder: string, name: string): string => path.join(dataFolder, 'logs', `${name}.log`);

/** Those that nobody brought along. */
function serverUnits({ dataFolder: folder, own, isTemporary, secrets }: StackPlan, children: Children): Unit[] {
  const units: Unit[] = [];
  const { postgresPort, redisPort } = own;
  const common = { children, folder };
  if (postgresPort !== undefined) units.push(postgresUnit({ ...common, port: postgresPort, password: secrets.databasePassword, throwaway: isTemporary }));
  // Kept on disk even in tests: what a killed Redis forgets is then what a production Redis would forget.
  if (redisPort !== undefined) units.push(redisUnit({ ...common, port: redisPort, throwaway: false }));
  return units;
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= work());
}
