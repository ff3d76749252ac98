import { createDatabase } from 'shared/db/client';
import { databaseCheck } from 'shared/health/checks';
import { createManagementServer } from 'shared/health/management-server';
import { insertEvents } from 'shared/inbox/insert-events';
import type { Logger } from 'shared/log/logger';
import { createMetrics } from 'shared/metrics/registry';
import type { Service } from 'shared/process/run-service';
import { closeRedis, connectRedis } from 'shared/queue/redis';
import { buildApp } from './app.ts';
import type { Env } from './env.ts';
import { createEventBatcher } from './ingest/event-batcher.ts';
import { createPushMetrics } from './ingest/push-metrics.ts';
import { createLaneWaker } from './relay/lane-waker.ts';
import { createRelayLoop } from './relay/relay-loop.ts';
import { lanesOf } from './relay/lanes-of.ts';

/** Shopee waits 3 s, Lazada half a second: what cannot be kept by then is answered with 503 and comes again. */
const ANSWER_WITHIN_MS = 1_500;
const DATABASE_WITHIN_MS = 1_000;
const BATCHING = { maxQueued: 4_000, maxBatch: 500, gapMs: 4, answerWithinMs: ANSWER_WITHIN_MS } as const;
const WAKE_GAP_MS = 50;

export async function createWebhookGateway(env: Env, log: Logger): Promise<Service> {
  const metrics = createMetrics('webhook-gateway');
  const inbox = createDatabase({
    url: env.DATABASE_URL, poolSize: 2, log, connectMs: DATABASE_WITHIN_MS, statementMs: DATABASE_WITHIN_MS, applicationName: 'webhook-gateway',
  });
  const relayDatabase = createDatabase({ url: env.DATABASE_URL, poolSize: 2, log, applicationName: 'webhook-gateway-relay' });
  const redis = connectRedis(env.REDIS_URL, 'producer', log);
  const waker = createLaneWaker({ redis, log, gapMs: WAKE_GAP_MS });
  const batcher = createEventBatcher({ ...BATCHING, insert: (events) => insertEvents(inbox, events), onKept: (kept) => waker.wake(lanesOf(kept)), log });
  const relay = createRelayLoop({ database: relayDatabase, redis, waker, log });
  const keys = [env.SHOPEE_PUSH_KEY, env.SHOPEE_PARTNER_KEY].flatMap((key) => key ?? []);
  const app = await buildApp({ shopee: { batcher, publicUrl: env.PUBLIC_WEBHOOK_URL, keys, onPush: createPushMetrics(metrics, 'shopee') }, log });
  const management = createManagementServer({ port: env.MANAGEMENT_PORT, checks: { database: databaseCheck(inbox) }, metrics, log });
  return {
    async start() {
      await management.start();
      relay.start();
      await app.listen({ host: env.HOST, port: env.PORT });
    },
    async close() {
      management.setClosing();
      await app.close();
      await batcher.idle();
      await relay.close();
      await waker.close();
      await closeRedis(redis);
      await Promise.all([inbox.$disconnect(), relayDatabase.$disconnect()]);
      await management.close();
    },
  };
}
