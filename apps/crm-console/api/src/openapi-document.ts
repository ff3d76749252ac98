import { Registry } from 'prom-client';
import { createDatabase } from 'shared/db/client';
import { createLogger } from 'shared/log/logger';
import { buildApp } from './app.ts';
import { createConsoleAuth } from './auth/console-auth.ts';

const NOWHERE = { url: 'postgresql://nobody@127.0.0.1:9/none', origin: 'http://localhost:3700' };

/** The API's description as text. The routes are registered, nothing is asked of any server. */
export async function openapiDocument(): Promise<string> {
  const log = createLogger('openapi', 'silent');
  const database = createDatabase({ url: NOWHERE.url, poolSize: 1, log });
  const auth = createConsoleAuth({ database, secretsKey: Buffer.alloc(32), publicOrigin: NOWHERE.origin });
  const tryLimit = { begin: async () => ({ outcome: 'may-try' as const }), succeed: async () => {} };
  const app = await buildApp({
    database, auth, tryLimit, wakeLane: async () => {}, queues: [], webRoot: '/none', apiKey: undefined, publicOrigin: NOWHERE.origin, trustProxy: false, now: () => new Date(0), metrics: new Registry(), log,
  });
  await app.ready();
  const document = `${JSON.stringify(app.swagger(), null, 2)}\n`;
  await app.close();
  await database.$disconnect();
  return document;
}
