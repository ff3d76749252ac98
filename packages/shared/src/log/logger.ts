import { type DestinationStream, pino } from 'pino';
import { describeError } from './describe-error.ts';
import { redactedPaths } from './redaction.ts';

export type Logger = pino.Logger;

/** One line an event: `log.info({ orderId }, 'order.applied')`. Ids as fields, no sentence with values in it. Without `to`, on stdout. */
export function createLogger(service: string, level: string, to?: DestinationStream): Logger {
  const options = {
    level,
    base: { service },
    redact: { paths: redactedPaths, censor: '[redacted]' },
    serializers: { err: describeError },
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return to ? pino(options, to) : pino(options);
}
