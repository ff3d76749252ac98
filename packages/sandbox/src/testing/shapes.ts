import { z } from 'zod';

/** Shapes in which tests read the sandbox's answers. */
export const CreatedSchema = z.object({ orders: z.array(z.object({ orderSn: z.string(), status: z.string(), updateTime: z.number() })) });
export const DetailSchema = z.object({ response: z.object({ order_list: z.array(z.looseObject({ order_sn: z.string(), order_status: z.string() })) }) });
export const ListSchema = z.object({
  response: z.object({
    more: z.boolean(),
    next_cursor: z.string(),
    order_list: z.array(z.object({ order_sn: z.string(), order_status: z.string().optional() })),
  }),
});
export const LedgerSchema = z.object({
  items: z.array(
    z.object({
      orderSn: z.string(),
      shopId: z.number(),
      status: z.string(),
      masked: z.boolean(),
      trackingNumber: z.string(),
      order: z.looseObject({ order_sn: z.string() }),
      moves: z.array(z.object({ status: z.string(), updateTime: z.number(), logistics: z.string() })),
      pushes: z.array(z.object({ msgId: z.string(), code: z.number(), attempts: z.number(), status: z.string(), acknowledgedAt: z.string().nullable() })),
    }),
  ),
  nextCursor: z.string().nullable(),
});
