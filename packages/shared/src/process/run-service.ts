import { EXIT_CONFIG } from '../config/parse-env.ts';
import { AppError } from '../errors/app-error.ts';
import { createLogger, type Logger } from '../log/logger.ts';

/** What a composition root gives back. `close` finishes what is under way, in reverse order of creation. */
export type Service = { start(): Promise<void>; close(): Promise<void> };

type BaseEnv = { LOG_LEVEL: string };

/** Longer than any job, shorter than a pod's grace period of 60 s. */
const CLOSE_WITHIN_MS = 30_000;

/**
 * The life of a service's process: environment → compose → start; SIGTERM or SIGINT → close → exit.
 * A wrong environment prints every fault and ends with exit code 78; a failed start with 1.
 */
export async function runService<E extends BaseEnv>(
  name: string,
  readEnv: () => E,
  compose: (env: E, log: Logger) => Service | Promise<Service>,
): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < 22) fail(name, [`Node ${process.versions.node} is too old: 24 is what this runs on`], 1);
  const env = envOrExit(name, readEnv);
  const log = createLogger(name, env.LOG_LEVEL);
  try {
    const service = await compose(env, log);
    closeOnSignal(service, log);
    await service.start();
    log.info('service.started');
  } catch (error) {
    log.fatal({ err: error }, 'service.start_failed');
    process.exit(1);
  }
}

function envOrExit<E>(name: string, readEnv: () => E): E {
  try {
    return readEnv();
  } catch (error) {
    if (error instanceof AppError && error.code === 'ENV_INVALID') return fail(name, error.details['faults'] as string[], EXIT_CONFIG);
    throw error;
  }
}

function closeOnSignal(service: Service, log: Logger): void {
  let closing = false;
  const close = async (signal: NodeJS.Signals): Promise<void> => {
    if (closing) return;
    closing = true;
    log.info({ signal }, 'service.closing');
    const timer = setTimeout(() => {
      log.error('service.close_timed_out');
      process.exit(1);
    }, CLOSE_WITHIN_MS);
    await service.close();
    clearTimeout(timer);
    log.info('service.closed');
    process.exit(0);
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    close(signal).catch((error: unknown) => {
      log.error({ err: error }, 'service.close_failed');
      process.exit(1);
    });
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

function fail(name: string, faults: string[], exitCode: number): never {
  process.stderr.write(`${name} cannot start:\n${faults.map((fault) => `  ${fault}\n`).join('')}`);
  process.exit(exitCode);
}
