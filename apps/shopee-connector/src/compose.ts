import { createLaneDrain } from 'connector-kit/lanes/drain-lane';
import { createLaneMemory } from 'connector-kit/lanes/lane-memory';
import { createLanePause } from 'connector-kit/lanes/lane-pause';
import { createAccessTokens } from 'connector-kit/tokens/access-tokens';
import { crmWrites } from 'shared/contracts/crm-writes';
import { marketplaceEvents } from 'shared/contracts/marketplace-events';
import { createDatabase } from 'shared/db/client';
import { databaseCheck, redisCheck, workerCheck } from 'shared/health/checks';
import { createManagementServer } from 'shared/health/management-server';
import { createMarketplaceHttp } from 'shared/http/marketplace-http';
import type { Logger } from 'shared/log/logger';
import { createCallMetrics } from 'shared/metrics/calls';
import { createMetrics } from 'shared/metrics/registry';
import type { Service } from 'shared/process/run-service';
import { announceRefetches } from 'shared/queue/announce-refetches';
import { laneKeys } from 'shared/queue/lane-keys';
import { createProducer } from 'shared/queue/producer';
import { closeRedis, connectRedis } from 'shared/queue/redis';
import { createWorker } from 'shared/queue/worker';
import { createSealer } from 'shared/secrets/seal';
import { createShopeeClient } from './api/client.ts';
import type { Env } from './env.ts';
import { createFetchOrders } from './jobs/fetch-orders.ts';
import { createHandlers } from './jobs/handlers.ts';

/** Lanes in hand at once, each with one call under way. */
const LANES_AT_ONCE = 20;

export function createShopeeConnector(env: Env, log: Logger): Service {
  const queue = marketplaceEvents.shopee;
  const metrics = createMetrics('shopee-connector');
  const database = createDatabase({ url: env.DATABASE_URL, poolSize: env.DATABASE_POOL_SIZE, log, applicationName: 'shopee-connector' });
  const workerRedis = connectRedis(env.REDIS_URL, 'worker', log);
  const redis = connectRedis(env.REDIS_URL, 'producer', log);
  const http = createMarketplaceHttp();
  const sealer = createSealer(env.SECRETS_KEY);
  const client = createShopeeClient({
    apiUrl: env.SHOPEE_API_URL,
    partnerId: env.SHOPEE_PARTNER_ID,
    partnerKey: env.SHOPEE_PARTNER_KEY,
    http,
    now: () => new Date(),
    onCall: createCallMetrics(metrics, 'shopee'),
  });
  const events = createProducer(queue, { redis, log });
  const writes = createProducer(crmWrites, { redis, log });
  const refetches = announceRefetches({ redis, log });
  const wake = async (storeId: string): Promise<void> => {
    await events.add('drain', { storeId });
  };
  const drainLane = createLaneDrain({
    channel: 'shopee',
    database,
    memoryOf: (storeId) => createLaneMemory(redis, laneKeys(queue, storeId).memory),
    pauseOf: (storeId) => createLanePause(redis, laneKeys(queue, storeId)),
    writes,
    wakeAgain: wake,
    fetchOrders: createFetchOrders({ client, tokens: createAccessTokens({ database, sealer }), sealer, log }),
    refetches,
    log,
  });
  const worker = createWorker(queue, createHandlers({ database, drainLane, wake }), { redis: workerRedis, log, concurrency: LANES_AT_ONCE });
  const checks = { database: databaseCheck(database), redis: redisCheck(redis), worker: workerCheck(worker) };
  const management = createManagementServer({ port: env.MANAGEMENT_PORT, checks, metrics, log });
  return {
    async start() {
      await management.start();
      worker.start();
    },
    async close() {
      management.setClosing();
      await worker.close();
      await Promise.all([events.close(), writes.close(), refetches.close()]);
      http.close();
      await Promise.all([closeRedis(workerRedis), closeRedis(redis)]);
      await database.$disconnect();
      await management.close();
    },
  };
}
