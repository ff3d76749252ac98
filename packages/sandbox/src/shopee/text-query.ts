import { z } from 'zod';
import type { Query } from './auth-check.ts';

const Text = z.union([z.string(), z.array(z.string()).transform(([first = '']) => first)]);
const QuerySchema = z.record(z.string(), Text);

/** A query as plain texts; of a name given twice the first counts. */
export function textQuery(query: unknown): Query {
  return QuerySchema.parse(query ?? {});
}
