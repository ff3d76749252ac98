import { fileURLToPath } from 'node:url';
import { createDatabase } from 'shared/db/client';
import { databaseCheck, redisCheck } from 'shared/health/checks';
import { createManagementServer } from 'shared/health/management-server';
import type { Logger } from 'shared/log/logger';
import { createMetrics } from 'shared/metrics/registry';
import type { Service } from 'shared/process/run-service';
import { closeRedis, connectRedis } from 'shared/queue/redis';
import { buildApp } from './app.ts';
import { createConsoleAuth } from './auth/console-auth.ts';
import { ensureOwner, type FirstOwner } from './auth/ensure-owner.ts';
import { createTryLimit } from './auth/try-limit.ts';
import type { Env } from './env.ts';
import { createConsoleQueues } from './queue/console-queues.ts';
import { trustedProxies } from './trusted-proxies.ts';

const STATEMENT_MS = 10_000;
const webRoot = fileURLToPath(new URL('../../web/dist', import.meta.url));

export type ConsoleService = Service & {
  /** The ports that were given, once started. */
  ports(): { http: number; management: number };
};

export type ComposeOverrides = { webRoot?: string; now?: () => Date; namespace?: string };

/** Wires the console: one database pool, one connection to Redis, the HTTP side and the management port. */
export async function composeConsole(env: Env, log: Logger, overrides: ComposeOverrides = {}): Promise<ConsoleService> {
  const { now = () => new Date(), namespace = '' } = overrides;
  const database = createDatabase({
    url: env.DATABASE_URL, poolSize: env.DATABASE_POOL_SIZE, log, statementMs: STATEMENT_MS, applicationName: 'crm-console',
  });
  const redis = connectRedis(env.REDIS_URL, 'producer', log);
  const queues = createConsoleQueues({ redis, log, namespace });
  const metrics = createMetrics('crm-console');
  const app = await buildApp({
    database,
    auth: createConsoleAuth({ database, secretsKey: sealingKey(env), publicOrigin: env.PUBLIC_CONSOLE_URL }),
    tryLimit: createTryLimit(redis, namespace),
    wakeLane: queues.wakeLane,
    queues: queues.forBoard,
    apiKey: env.CONSOLE_API_KEY,
    publicOrigin: env.PUBLIC_CONSOLE_URL,
    trustProxy: trustedProxies(env.TRUST_PROXY),
    webRoot: overrides.webRoot ?? webRoot,
    now,
    metrics,
    log,
  });
  const management = createManagementServer({
    port: env.MANAGEMENT_PORT, host: env.HOST, checks: { database: databaseCheck(database), redis: redisCheck(redis) },
    metrics, log,
  });
  return {
    async start() {
      await ensureOwner(database, firstOwner(env), log);
      await management.start();
      await app.listen({ host: env.HOST, port: env.PORT });
    },
    ports: () => ({ http: app.addresses().find((address) => typeof address !== 'string')?.port ?? 0, management: management.port() }),
    async close() {
      management.setClosing();
      await app.close();
      await queues.close();
      await closeRedis(redis);
      await database.$disconnect();
      await management.close();
    },
  };
}

function firstOwner({ CONSOLE_ADMIN_EMAIL: email, CONSOLE_ADMIN_PASSWORD: password }: Env): FirstOwner | undefined {
  return email === undefined || password === undefined ? undefined : { email, password };
}

/** The first key seals; from it the sessions' key is derived. */
function sealingKey({ SECRETS_KEY: [first] }: Env): Buffer {
  if (!first) throw new TypeError('SECRETS_KEY has no key');
  return first;
}
