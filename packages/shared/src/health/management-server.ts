import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import type { Logger } from '../log/logger.ts';

/** Gives null where all is well, else what is wrong; names no secret. */
export type HealthCheck = () => Promise<string | null> | string | null;

export type ManagementOptions = { port: number; host?: string; checks: Record<string, HealthCheck>; metrics: Registry; log: Logger };
export type ManagementServer = { start(): Promise<void>; close(): Promise<void>; port(): number; setClosing(): void };

const CHECK_WITHIN_MS = 2_000;

/**
 * `/livez`: the process runs, no dependency asked. `/readyz`: every check is well and we are not closing. `/metrics`: Prometheus text.
 * A port of its own, so that none of it stands on the public one.
 */
export function createManagementServer({ port, host = '0.0.0.0', checks, metrics, log }: ManagementOptions): ManagementServer {
  let closing = false;
  const server = createServer((request, response) => {
    answer(request.url ?? '', response).catch((error: unknown) => {
      log.error({ err: error }, 'management.failed');
      send(response, 500, { status: 'error' });
    });
  });
  async function answer(url: string, response: ServerResponse): Promise<void> {
    if (url === '/livez') return send(response, 200, { status: 'ok' });
    if (url === '/readyz') {
      const faults = closing ? { closing: 'shutting down' } : await runChecks(checks);
      return send(response, Object.keys(faults).length === 0 ? 200 : 503, { status: Object.keys(faults).length === 0 ? 'ok' : 'not ready', faults });
    }
    if (url === '/metrics') {
      response.writeHead(200, { 'content-type': metrics.contentType }).end(await metrics.metrics());
      return;
    }
    send(response, 404, { status: 'not found' });
  }
  return {
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject).listen(port, host, () => {
          log.info({ port: portOf(server) }, 'management.listening');
          resolve();
        });
      }),
    port: () => portOf(server),
    setClosing: () => {
      closing = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

async function runChecks(checks: Record<string, HealthCheck>): Promise<Record<string, string>> {
  const results = await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await within(check)] as const));
  return Object.fromEntries(results.flatMap(([name, fault]) => (fault === null ? [] : [[name, fault]])));
}

async function within(check: HealthCheck): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${CHECK_WITHIN_MS} ms`), CHECK_WITHIN_MS);
  });
  try {
    return await Promise.race([Promise.resolve(check()), late]);
  } catch (error) {
    return error instanceof Error ? error.name : 'failed';
  } finally {
    clearTimeout(timer);
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
