import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type RedisServer = {
  port: number;
  url: string;
  start(): void;
  /** Stands still as a hung host does: its connections stay open, and nothing answers. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
};

/** A server of the test's own, on a port where nothing listens until `start`; for what must not happen to the one that tests share. */
export async function createRedisServer(options: readonly string[] = []): Promise<RedisServer> {
  const port = await freePort();
  const folder = await mkdtemp(path.join(tmpdir(), 'redis-'));
  let running: ChildProcess | undefined;
  return {
    port,
    url: `redis://127.0.0.1:${String(port)}`,
    start() {
      running = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder, ...options], { stdio: 'ignore' });
    },
    freeze: () => void running?.kill('SIGSTOP'),
    thaw: () => void running?.kill('SIGCONT'),
    async stop() {
      if (running && running.exitCode === null) {
        running.kill('SIGCONT');
        running.kill();
        await once(running, 'exit');
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
