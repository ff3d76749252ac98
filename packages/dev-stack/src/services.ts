import type { SettingName } from './env.ts';

/** A service as the stack starts it: `node <folder>/<entry>`, in an environment that holds its settings and nothing else. */
export type ServiceDefinition = {
  name: string;
  /** From the root of the repository. */
  folder: string;
  entry: string;
  /** The port that others know; undefined where it serves no HTTP of its own. */
  port: number | undefined;
  /** What tells that it is ready: its management port, or, for a stand-in without one, any answer on its own port. */
  readyOn: 'management' | 'port';
  /** The settings that it gets; undefined: all of them. */
  settings?: readonly SettingName[];
  /** Variables that only this service knows. */
  extra?: Readonly<Record<string, string>>;
};

/** Stands in for the marketplaces, so it gets what a marketplace knows: no database, no queue, no key of ours. */
export const sandbox: ServiceDefinition = {
  name: 'sandbox',
  folder: 'packages/sandbox',
  entry: 'src/main.ts',
  port: 3900,
  readyOn: 'port',
  settings: ['HOST', 'LOG_LEVEL', 'PUBLIC_WEBHOOK_URL', 'SHOPEE_PARTNER_ID', 'SHOPEE_PARTNER_KEY', 'SHOPEE_PUSH_KEY'],
};

const app = (name: string, port?: number, entry = 'src/main.ts'): ServiceDefinition => ({
  name,
  folder: `apps/${name}`,
  entry,
  port,
  readyOn: 'management',
});

export const services: readonly ServiceDefinition[] = [
  app('webhook-gateway', 3600),
  app('shopee-connector'),
  app('crm-writer'),
  app('crm-console', 3700, 'api/src/main.ts'),
];
