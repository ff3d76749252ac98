import { z } from 'zod';

export type Backoff = { delayMs: number; jitter: number };

export type JobDefinition<Schema extends z.ZodType = z.ZodType> = {
  /** The version that producers write. A changed meaning is a new number; a new field is optional and keeps it. */
  v: number;
  schema: Schema;
  attempts: number;
  backoff: Backoff;
  /** One job runs and one waits for each value; the newest payload wins. */
  deduplicateBy?: (payload: z.infer<Schema>) => string;
};

export type JobCatalogue = Record<string, JobDefinition>;

export type QueueContract<Jobs extends JobCatalogue = JobCatalogue> = { name: string; jobs: Jobs };

export type JobName<Q extends QueueContract> = keyof Q['jobs'] & string;
export type Payload<Q extends QueueContract, N extends JobName<Q>> = z.infer<Q['jobs'][N]['schema']>;

/** A queue's catalogue: which jobs exist, what is in them, who retries. The only way by which a queue is touched. */
export function defineQueue<const Jobs extends JobCatalogue>(name: string, jobs: Jobs): QueueContract<Jobs> {
  return { name, jobs };
}

/** Declares a job; a function of its own so that `deduplicateBy` knows the payload's type. */
export function defineJob<Schema extends z.ZodType>(definition: JobDefinition<Schema>): JobDefinition<Schema> {
  return definition;
}

/** What lies in Redis: the payload with the version of its contract. */
export const EnvelopeSchema = z.object({ v: z.int().min(1), payload: z.unknown() });
export type Envelope = z.infer<typeof EnvelopeSchema>;
