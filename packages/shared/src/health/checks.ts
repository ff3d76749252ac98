import type { PrismaClient } from '../db/client.ts';
import type { RedisConnection } from '../queue/redis.ts';
import type { QueueWorker } from '../queue/worker.ts';
import type { HealthCheck } from './management-server.ts';

export const databaseCheck =
  (database: PrismaClient): HealthCheck =>
  async () => {
    await database.$queryRaw`SELECT 1`;
    return null;
  };

export const redisCheck =
  (redis: RedisConnection): HealthCheck =>
  async () => {
    await redis.ping();
    return null;
  };

export const workerCheck =
  (worker: QueueWorker): HealthCheck =>
  () =>
    worker.fault();
