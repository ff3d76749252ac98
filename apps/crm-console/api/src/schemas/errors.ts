import { z } from 'zod';

/** How every error of the API looks. */
export const ErrorSchema = z
  .object({
    error: z.object({
      code: z.string().meta({ description: 'One of docs/errors.md, such as NOT_FOUND.' }),
      message: z.string(),
      requestId: z.string(),
      fields: z.record(z.string(), z.string()).optional().meta({ description: 'For VALIDATION_FAILED: field → what is wrong with it.' }),
    }),
  })
  .meta({ id: 'Error', description: 'Every error looks like this.' });

type Status = 400 | 403 | 404 | 409 | 429;
type ErrorResponses<S extends Status> = Record<S | 401 | 500 | 503, typeof ErrorSchema>;

/** The error answers of a route; 401, 500 and 503 may come from any. */
export function errorsOf<const S extends Status = never>(...statuses: S[]): ErrorResponses<S> {
  const all: (S | 401 | 500 | 503)[] = [401, ...statuses, 500, 503];
  return Object.fromEntries(all.map((status) => [status, ErrorSchema])) as ErrorResponses<S>;
}
