import { databaseFault } from 'shared/db/fault';
import type { Logger } from 'shared/log/logger';

export type RetryDeps = {
  log: Logger;
  /** Aborted when the service closes: then a database that is away is no longer waited for. */
  closing: AbortSignal;
};

const RETRY_FROM_MS = 100;
const RETRY_AT_MOST_MS = 2_000;

/** Does it again while the database is away, or wants the transaction again (deadlock). Every other failure is the caller's. */
export async function retryWhilePassing<T>(work: () => Promise<T>, { log, closing }: RetryDeps, about: Record<string, unknown>): Promise<T> {
  for (let waitMs = RETRY_FROM_MS; ; waitMs = Math.min(waitMs * 2, RETRY_AT_MOST_MS)) {
    try {
      return await work();
    } catch (error) {
      if (databaseFault(error) !== 'passing' || closing.aborted) throw error;
      log.warn({ err: error, ...about, waitMs }, 'write.database_away');
      await wait(waitMs * (0.5 + Math.random()), closing);
    }
  }
}

function wait(ms: number, closing: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      closing.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    closing.addEventListener('abort', done);
  });
}
