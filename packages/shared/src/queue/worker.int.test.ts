import { Queue } from 'bullmq';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { defineJob, defineQueue } from '../contracts/define-queue.ts';
import { AppError } from '../errors/app-error.ts';
import { silentLog } from '../testing/log.ts';
import { createTestRedis, type TestRedis } from '../testing/redis.ts';
import { queuePrefix } from './open-queue.ts';
import { createProducer, type Producer } from './producer.ts';
import { createWorker, type Handlers, type QueueWorker } from './worker.ts';

const patient = { attempts: 3, backoff: { delayMs: 10, jitter: 0 } };
const parcels = defineQueue('parcels', {
  sort: defineJob({ v: 2, schema: z.object({ lane: z.string(), n: z.number() }), ...patient, deduplicateBy: ({ lane }) => lane }),
  send: defineJob({ v: 1, schema: z.object({ code: z.string() }), ...patient }),
});
type Parcels = typeof parcels;

let redis: TestRedis;
let producer: Producer<Parcels>;
let queue: Queue;
let worker: QueueWorker | undefined;

beforeEach(() => {
  redis = createTestRedis();
  const connection = redis.connect('worker');
  producer = createProducer(parcels, { redis: connection, log: silentLog, namespace: redis.namespace });
  queue = new Queue('parcels', { connection, prefix: queuePrefix(parcels, redis.namespace) });
});
afterEach(async () => {
  await worker?.close();
  worker = undefined;
  await Promise.all([producer.close(), queue.close()]);
  await redis.close();
});

function work(handlers: Partial<Handlers<Parcels>>): void {
  const all: Handlers<Parcels> = { sort: () => Promise.resolve(), send: () => Promise.resolve(), ...handlers };
  worker = createWorker(parcels, all, { redis: redis.connect('worker'), log: silentLog, concurrency: 5, namespace: redis.namespace });
  worker.start();
}
const finished = (state: 'completed' | 'failed') => vi.waitFor(async () => expect(await queue.getJobCountByTypes(state)).toBeGreaterThan(0), { timeout: 10_000 });

describe('a queue', () => {
  it('hands the parsed payload to its handler and keeps what it returns', async () => {
    work({ send: ({ code }) => Promise.resolve({ sent: code }) });
    const id = await producer.add('send', { code: 'A' });
    await finished('completed');
    expect((await queue.getJob(id))?.returnvalue).toEqual({ sent: 'A' });
  });

  it('refuses a payload that breaks its contract before it is added', async () => {
    await expect(producer.add('send', JSON.parse('{"code":7}'))).rejects.toThrow();
  });

  it('runs one job of a lane at a time and one more with the newest payload, so that no change during a run is lost', async () => {
    const ran: number[] = [];
    const gate = Promise.withResolvers<undefined>();
    work({
      async sort({ n }) {
        ran.push(n);
        if (n === 1) await gate.promise;
      },
    });
    await producer.add('sort', { lane: 'a', n: 1 });
    await vi.waitFor(() => expect(ran).toEqual([1]));
    for (const n of [2, 3, 4]) await producer.add('sort', { lane: 'a', n });
    gate.resolve(undefined);
    await vi.waitFor(() => expect(ran).toEqual([1, 4]));
  });

  it('gives up at once what cannot heal', async () => {
    work({ send: () => Promise.reject(new AppError({ code: 'MARKETPLACE_FORBIDDEN' })) });
    const id = await producer.add('send', { code: 'A' });
    await finished('failed');
    expect(await queue.getJob(id)).toMatchObject({ attemptsMade: 1, failedReason: expect.stringContaining('MARKETPLACE_FORBIDDEN') });
  });

  it('runs again what may heal, and keeps it failed when its attempts are spent', async () => {
    let runs = 0;
    work({ send: () => Promise.reject(new Error(`run ${String(++runs)}`)) });
    await producer.add('send', { code: 'A' });
    await finished('failed');
    expect(runs).toBe(3);
  });

  it('lets a job wait without spending an attempt', async () => {
    let runs = 0;
    work({ send: () => (++runs < 6 ? Promise.reject(new AppError({ code: 'LANE_HELD', retry: { afterMs: 5 } })) : Promise.resolve()) });
    const id = await producer.add('send', { code: 'A' });
    await finished('completed');
    expect(await queue.getJob(id)).toMatchObject({ attemptsStarted: 6, attemptsMade: 1 });
  });

  it('fails a job that no handler takes, loudly', async () => {
    await queue.add('burn', { v: 1, payload: {} });
    work({});
    await finished('failed');
    expect((await queue.getFailed())[0]?.failedReason).toContain('JOB_UNKNOWN');
  });

  it('fails a payload that its contract refuses, at once', async () => {
    await queue.add('send', { v: 1, payload: { code: 7 } }, { attempts: 3 });
    work({});
    await finished('failed');
    expect((await queue.getFailed())[0]).toMatchObject({ attemptsMade: 1, failedReason: expect.stringContaining('PAYLOAD_INVALID') });
  });

  it('keeps a payload of a newer version waiting, however long a deployment takes: no attempt is spent', async () => {
    const { id } = await queue.add('send', { v: 2, payload: { code: 'A' } }, { attempts: 1 });
    work({});
    await vi.waitFor(async () => expect(await queue.getJobCountByTypes('delayed')).toBe(1));
    expect(await queue.getJob(id ?? '')).toMatchObject({ attemptsMade: 0 });
  });
});
