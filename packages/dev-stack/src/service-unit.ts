import path from 'node:path';
import type { Children } from './process/children.ts';
import type { Unit } from './process/units.ts';
import { waitUntilReady } from './process/wait-until.ts';
import type { ServiceDefinition } from './services.ts';

export type ServiceUnitOptions = {
  root: string;
  children: Children;
  service: ServiceDefinition;
  env: Readonly<Record<string, string>>;
  logFile: string;
};

const READY_WITHIN_MS = 60_000;

export function serviceUnit({ root, children, service, env, logFile }: ServiceUnitOptions): Unit {
  const folder = path.join(root, service.folder);
  return {
    name: service.name,
    spawn: () =>
      children.start({
        name: service.name,
        command: process.execPath,
        args: [path.join(folder, service.entry)],
        env,
        cwd: folder,
        logFile,
        stopSignal: 'SIGTERM',
      }),
    ready: (child) => waitUntilReady(child, () => isReady(service, env), READY_WITHIN_MS),
  };
}

async function isReady({ readyOn }: ServiceDefinition, env: Readonly<Record<string, string>>): Promise<boolean> {
  const port = readyOn === 'management' ? env['MANAGEMENT_PORT'] : env['PORT'];
  const response = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2_000) });
  await response.arrayBuffer();
  return readyOn === 'port' || response.status === 200;
}
