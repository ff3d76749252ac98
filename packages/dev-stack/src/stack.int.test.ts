import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ServiceDefinition } from './services.ts';
import { createStack, logFile, type Stack } from './stack.ts';

const fake = (name: string, overrides: Partial<ServiceDefinition> = {}): ServiceDefinition => ({
  name,
  folder: 'packages/dev-stack/test/fake-service',
  entry: 'main.ts',
  port: 3600,
  readyOn: 'management',
  ...overrides,
});
const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
const environmentSeenBy = async (url: string | undefined): Promise<Record<string, string>> =>
  (await (await fetch(`${url}/`)).json()) as Record<string, string>;

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a stack that runs', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await createStack({ services: [fake('one'), fake('two', { settings: ['LOG_LEVEL'] })], migrations: false });
    await stack.start();
  });
  afterAll(() => stack.close());

  it('has a PostgreSQL, a Redis and every service as a process of its own', () => {
    expect(Object.keys(stack.pids()).toSorted()).toEqual(['one', 'postgres', 'redis', 'two']);
  });

  it('gives a service its settings and ports, and nothing of ours', async () => {
    const seen = await environmentSeenBy(stack.urls.http['one']);
    expect(seen).toEqual(stack.env('one'));
    expect(seen).toMatchObject({ DATABASE_URL: stack.urls.database, REDIS_URL: stack.urls.redis, HOST: '127.0.0.1' });
    expect(seen).not.toHaveProperty('PATH');
    expect(Object.keys(await environmentSeenBy(stack.urls.http['two'])).toSorted()).toEqual(['LOG_LEVEL', 'MANAGEMENT_PORT', 'PORT']);
  });

  it('starts a killed service again on the same port', async () => {
    const before = stack.pids()['one'] ?? 0;
    await stack.kill('one', 'SIGKILL');
    expect(isAlive(before)).toBe(false);
    await stack.restart('one');
    expect(stack.pids()['one']).not.toBe(before);
    expect(await environmentSeenBy(stack.urls.http['one'])).toEqual(stack.env('one'));
  });

  it('keeps what PostgreSQL had confirmed when it was killed', async () => {
    await query(stack.urls.database, 'CREATE TABLE kept AS SELECT 1 AS n');
    await stack.kill('postgres');
    await stack.restart('postgres');
    expect(await query(stack.urls.database, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  });

  it('lets Redis be paused, and go on', async () => {
    const redis = new Redis(stack.urls.redis);
    await stack.kill('redis', 'SIGSTOP');
    const answer = redis.ping();
    await stack.kill('redis', 'SIGCONT');
    expect(await answer).toBe('PONG');
    redis.disconnect();
  });

  it('names what it has when it is asked for something else', async () => {
    await expect(stack.kill('three')).rejects.toThrow("no 'three'; it has postgres, redis, one, two");
  });
});

describe('the end of a stack', () => {
  it('leaves no process and no file', async () => {
    const stack = await createStack({ services: [fake('one')], migrations: false });
    await stack.start();
    const pids = Object.values(stack.pids());
    expect(pids).toHaveLength(3);
    await stack.close();
    expect(pids.filter(isAlive)).toEqual([]);
    expect(existsSync(stack.dataFolder)).toBe(false);
  });

  it('comes with the last words of a service that died by itself', async () => {
    const stack = await createStack({ services: [fake('one')], migrations: false });
    await stack.start();
    await fetch(`${stack.urls.http['one']}/crash`).catch(() => undefined);
    const death = await stack.died;
    expect(death).toEqual({ name: 'one', reason: 'exit code 3', lastLines: 'the disk is full' });
    await stack.close();
  });

  it('comes at once when a service cannot start, and nothing stays', async () => {
    const stack = await createStack({ services: [fake('one', { entry: 'missing.ts' })], migrations: false });
    await expect(stack.start()).rejects.toThrow(/one ended before it was ready[^]*Cannot find module/);
    expect(stack.pids()).toEqual({});
  });
});

describe('the guard', () => {
  it('ends every process of a stack that was itself killed', async () => {
    const script = spawn(process.execPath, [fileURLToPath(new URL('../test/stack-to-kill.ts', import.meta.url))], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(createInterface(script.stdout), 'line')) as [string];
    const { pids, folder } = JSON.parse(line) as { pids: number[]; folder: string };
    expect(pids.filter(isAlive)).toHaveLength(2);
    script.kill('SIGKILL');
    await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), { timeout: 10_000 });
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('a stack with a folder of its own', () => {
  it('finds its data and its secrets again', async ({ onTestFinished }) => {
    const first = await createStack({ services: [], migrations: false });
    onTestFinished(() => first.close());
    const dataFolder = path.join(first.dataFolder, 'kept');
    const start = async (): Promise<Stack> => {
      const stack = await createStack({ dataFolder, services: [], migrations: false });
      await stack.start();
      return stack;
    };
    const earlier = await start();
    await query(earlier.urls.database, 'CREATE TABLE kept AS SELECT 1 AS n');
    await earlier.close();
    const again = await start();
    expect(await query(again.urls.database, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
    expect(again.settings.SECRETS_KEY).toBe(earlier.settings.SECRETS_KEY);
    await again.close();
    expect(existsSync(logFile(dataFolder, 'postgres'))).toBe(true);
  });
});
