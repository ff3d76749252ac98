import { createLogger, type Logger } from '../log/logger.ts';

export const silentLog: Logger = createLogger('test', 'silent');
