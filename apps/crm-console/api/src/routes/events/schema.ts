import { ChannelSchema } from 'shared/domain/channel';
import { z } from 'zod';
import { origins } from 'shared/inbox/new-event';
import { listResponse, PageQuerySchema } from '../../schemas/paging.ts';
import { IdSchema, LabelSchema, listOf, TextSchema, TimeSchema } from '../../schemas/primitives.ts';

export const eventStatuses = ['received', 'done', 'ignored', 'parked', 'stale', 'failed'] as const;
const EventStatusSchema = z.enum(eventStatuses);
const OriginSchema = z.enum(origins);

export const EventListQuerySchema = z.object({
  storeId: listOf(IdSchema).optional(),
  status: listOf(EventStatusSchema, eventStatuses).optional(),
  origin: listOf(OriginSchema, origins).optional(),
  q: TextSchema.trim().max(100).transform((text) => text || undefined).optional().meta({ description: 'A whole key: the order’s code.' }),
  ...PageQuerySchema.shape,
});
export type EventListQuery = z.output<typeof EventListQuerySchema>;

export const EventSchema = z
  .object({
    id: z.string(),
    channel: ChannelSchema,
    storeId: z.string().nullable(),
    origin: OriginSchema,
    kind: z.string(),
    key: z.string(),
    status: EventStatusSchema,
    reason: z.string().nullable(),
    reasonLabel: LabelSchema.nullable().meta({ description: 'The reason for staff; one that we do not know stays as it came.' }),
    seen: z.int(),
    attempts: z.int(),
    receivedAt: TimeSchema,
    endedAt: TimeSchema.nullable(),
    traceId: z.string(),
  })
  .meta({ id: 'Event', description: 'A row of the inbox, without its body.' });
export type Event = z.infer<typeof EventSchema>;
export const EventListSchema = listResponse(EventSchema);
