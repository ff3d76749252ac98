import { once } from 'node:events';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { hashPassword } from 'better-auth/crypto';
import { Registry } from 'prom-client';
import type { PrismaClient } from 'shared/db/client';
import { createTestDatabase } from 'shared/testing/database';
import { silentLog } from 'shared/testing/log';
import { createTestRedis, type TestRedis } from 'shared/testing/redis';
import { buildApp } from '../app.ts';
import { createConsoleAuth } from '../auth/console-auth.ts';
import { createTryLimit } from '../auth/try-limit.ts';
import { type ConsoleQueues, createConsoleQueues } from '../queue/console-queues.ts';
import type { StaffRole } from '../routes/me/schema.ts';

export const API_KEY = 'test-machine-key-0001';
export const NOW = new Date('2026-11-24T07:40:00Z');
const PASSWORD = 'a-long-test-password';

export type Staff = { id: string; email: string; password: string };
export type TestConsole = {
  app: FastifyInstance;
  database: PrismaClient;
  redis: TestRedis;
  queues: ConsoleQueues;
  /** Asks as the machine with the API key. */
  asMachine(options: InjectOptions): Promise<LightMyRequestResponse>;
  addStaff(role: StaffRole, name?: string): Promise<Staff>;
  /** Signs in and gives a function that asks with the session's cookie. */
  signIn(staff: Pick<Staff, 'email' | 'password'>): Promise<(options: InjectOptions) => Promise<LightMyRequestResponse>>;
  close(): Promise<void>;
};

export type TestConsoleOptions = { publicOrigin?: string; webRoot?: string; now?: () => Date };

/** The console over a database and a key space of its own, without a port. */
export async function createTestConsole({ publicOrigin = 'http://localhost:3700', webRoot = '/nowhere', now = () => NOW }: TestConsoleOptions = {}): Promise<TestConsole> {
  const { database, drop } = await createTestDatabase(4);
  const redis = createTestRedis();
  const connection = redis.connect('producer');
  if (connection.status !== 'ready') await once(connection, 'ready');
  const queues = createConsoleQueues({ redis: connection, log: silentLog, namespace: redis.namespace });
  const app = await buildApp({
    database,
    auth: createConsoleAuth({ database, secretsKey: Buffer.alloc(32, 7), publicOrigin }),
    tryLimit: createTryLimit(connection, redis.namespace),
    wakeLane: queues.wakeLane,
    queues: queues.forBoard,
    apiKey: API_KEY,
    publicOrigin,
    trustProxy: false,
    webRoot,
    now,
    metrics: new Registry(),
    log: silentLog,
  });
  await app.ready();
  let made = 0;
  return {
    app, database, redis, queues,
    asMachine: (options) => app.inject({ ...options, headers: { ...options.headers, authorization: `Bearer ${API_KEY}` } }),
    addStaff(role, name) {
      made += 1;
      return insertStaff(database, { role, name: name ?? `Nhân viên ${made}`, email: `staff-${made}@example.vn` });
    },
    async signIn(staff) {
      const answer = await app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email: staff.email, password: staff.password } });
      const cookie = answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
      return (options) => app.inject({ ...options, headers: { cookie, ...options.headers } });
    },
    async close() {
      await app.close();
      await queues.close();
      await redis.close();
      await drop();
    },
  };
}

async function insertStaff(database: PrismaClient, { role, name, email }: { role: StaffRole; name: string; email: string }): Promise<Staff> {
  const id = `id-${email}`;
  const times = { createdAt: NOW, updatedAt: NOW };
  await database.staff.create({ data: { id, name, email, role, emailVerified: true, ...times } });
  const password = await hashPassword(PASSWORD);
  await database.staffAccount.create({ data: { id: `account-${id}`, accountId: id, providerId: 'credential', userId: id, password, ...times } });
  return { id, email, password: PASSWORD };
}
