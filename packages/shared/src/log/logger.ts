import { pino } from 'pino';
import { redactedPaths } from './redaction.ts';

export type Logger = pino.Logger;

/** One line an event: `log.info({ orderId }, 'order.applied')`. Ids as fields, no sentence with values in it. */
export function createLogger(service: string, level: string): Logger {
  return pino({
    level,
    base: { service },
    redact: { paths: redactedPaths, censor: '[redacted]' },
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}
