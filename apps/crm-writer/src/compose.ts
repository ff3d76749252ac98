import { crmWrites } from 'shared/contracts/crm-writes';
import { createDatabase } from 'shared/db/client';
import { databaseCheck, redisCheck, workerCheck } from 'shared/health/checks';
import { createManagementServer } from 'shared/health/management-server';
import type { Logger } from 'shared/log/logger';
import { createMetrics } from 'shared/metrics/registry';
import type { Service } from 'shared/process/run-service';
import { announceRefetches } from 'shared/queue/announce-refetches';
import { closeRedis, connectRedis } from 'shared/queue/redis';
import { createWorker } from 'shared/queue/worker';
import { createSealer } from 'shared/secrets/seal';
import { createWriteBatcher } from './batch/write-batcher.ts';
import { createWriteSnapshots } from './batch/write-snapshots.ts';
import type { Env } from './env.ts';
import { createHandlers } from './jobs/handlers.ts';

/** Jobs in hand at once: they wait together for one transaction. */
const CONCURRENCY = 50;
const ORDERS_A_TRANSACTION = 300;
const LEFT_OUT_WAIT_MS = 50;
/** Well within a transaction's time, so that a slow statement ends as what it is. */
const STATEMENT_MS = 8_000;
/** Orders are locked without waiting; whoever holds another row for longer is let finish, and the batch is tried again. */
const LOCK_MS = 2_000;

export function createCrmWriter(env: Env, log: Logger): Service {
  const closing = new AbortController();
  const database = createDatabase({ url: env.DATABASE_URL, poolSize: env.DATABASE_POOL_SIZE, log, statementMs: STATEMENT_MS, lockMs: LOCK_MS, applicationName: 'crm-writer' });
  const workerRedis = connectRedis(env.REDIS_URL, 'worker', log);
  const producerRedis = connectRedis(env.REDIS_URL, 'producer', log);
  const refetches = announceRefetches({ redis: producerRedis, log });
  const write = createWriteSnapshots({ database, sealer: createSealer(env.SECRETS_KEY), log, closing: closing.signal, onFailed: refetches.announce });
  const batcher = createWriteBatcher({ write, maxItems: ORDERS_A_TRANSACTION, leftOutWaitMs: LEFT_OUT_WAIT_MS });
  const worker = createWorker(crmWrites, createHandlers({ database, batcher, log, closing: closing.signal }), { redis: workerRedis, log, concurrency: CONCURRENCY });
  const management = createManagementServer({
    port: env.MANAGEMENT_PORT,
    checks: { database: databaseCheck(database), redis: redisCheck(workerRedis), worker: workerCheck(worker) },
    metrics: createMetrics('crm-writer'),
    log,
  });
  return {
    async start() {
      await management.start();
      worker.start();
    },
    async close() {
      management.setClosing();
      closing.abort();
      await worker.close();
      await refetches.close();
      await Promise.all([closeRedis(workerRedis), closeRedis(producerRedis)]);
      await database.$disconnect();
      await management.close();
    },
  };
}
