import { ChannelSchema } from 'shared/domain/channel';
import { z } from 'zod';
import { listResponse } from '../../schemas/paging.ts';
import { TimeSchema } from '../../schemas/primitives.ts';

export const StoreSchema = z
  .object({
    id: z.string(),
    channel: ChannelSchema,
    externalId: z.string(),
    name: z.string(),
    area: z.string().nullable(),
    status: z.enum(['active', 'importing', 'authorise_again', 'off', 'removed']),
    statusReason: z.string().nullable(),
    authorisedUntil: TimeSchema.nullable(),
    stockFrom: TimeSchema,
    switches: z.record(z.string(), z.unknown()),
    import: z.object({ done: z.int(), total: z.int() }).nullable(),
    freshness: z.object({
      lastPushAt: TimeSchema.nullable(),
      lastSweepAt: TimeSchema.nullable(),
      lagMs: z.int().nullable().meta({ description: 'Age of the oldest event that waits; 0 where none waits.' }),
      pushRegistration: z.string().nullable(),
    }),
    cursors: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Store' });
export type Store = z.infer<typeof StoreSchema>;
export const StoreListSchema = listResponse(StoreSchema);
