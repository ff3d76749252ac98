import { randomBytes } from 'node:crypto';

/** A trace id as W3C Trace Context has it: 32 hex digits. It runs from the push through jobs, calls and rows. */
export const createTraceId = (): string => randomBytes(16).toString('hex');
