import { ChannelSchema } from 'shared/domain/channel';
import { z } from 'zod';
import { listResponse, PageQuerySchema } from '../../schemas/paging.ts';
import { FlagSchema, TimeSchema } from '../../schemas/primitives.ts';

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

export const NotificationListQuerySchema = z.object({
  resolved: FlagSchema.optional().meta({ description: '`true`: only what has healed; `false`: only what is open.' }),
  lang: z.enum(languages).optional().meta({ description: 'Goes before Accept-Language; without both Vietnamese.' }),
  ...PageQuerySchema.shape,
});
export type NotificationListQuery = z.output<typeof NotificationListQuerySchema>;

export const NotificationSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    channel: ChannelSchema.nullable(),
    storeId: z.string().nullable(),
    storeName: z.string().nullable(),
    title: z.string(),
    text: z.string(),
    remedy: z.string(),
    params: z.record(z.string(), z.string()).meta({ description: 'What the texts were made of, for links: `word`, `code`, `reason`.' }),
    count: z.int(),
    firstAt: TimeSchema,
    lastAt: TimeSchema,
    resolvedAt: TimeSchema.nullable(),
    retryable: z.boolean(),
  })
  .meta({ id: 'Notification' });
export type Notification = z.infer<typeof NotificationSchema>;
export const NotificationListSchema = listResponse(NotificationSchema);
