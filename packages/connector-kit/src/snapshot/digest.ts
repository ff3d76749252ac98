import { createHash } from 'node:crypto';

/** Settles between two snapshots that differ in content alone: the same content has the same digest, whatever holds it. */
export function digestOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);
}
