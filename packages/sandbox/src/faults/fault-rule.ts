import { z } from 'zod';

const probability = z.number().min(0).max(1);

/** One rule: what goes wrong, and for whom. Probabilities go from 0 to 1. */
export const FaultRuleSchema = z.strictObject({
  /** The last part of a path, such as `get_order_detail`; a rule with an endpoint leaves pushes alone. */
  endpoint: z.string().min(1).exactOptional(),
  shopId: z.int().positive().exactOptional(),
  orderSn: z.string().min(1).exactOptional(),
  latencyMs: z.int().min(0).max(120_000).exactOptional(),
  rateLimit429: probability.exactOptional(),
  fail5xx: probability.exactOptional(),
  html: probability.exactOptional(),
  truncated: probability.exactOptional(),
  /** The call takes effect, then the connection breaks. */
  dropAnswer: probability.exactOptional(),
  errorBody: z
    .strictObject({
      error: z.string().min(1),
      message: z.string().default(''),
      http: z.int().min(200).max(599).default(200),
      probability: probability.default(1),
    })
    .exactOptional(),
  duplicatePushes: probability.exactOptional(),
  reorderPushes: probability.exactOptional(),
  /** Never sent, and not in the lost list either: only a sweep finds the change. */
  dropPushes: probability.exactOptional(),
  /** For so many milliseconds after a move the API shows the order as it was before. */
  staleReads: z.int().min(0).max(3_600_000).exactOptional(),
  maskAll: z.boolean().exactOptional(),
  /** Amounts come as `129000.0`, as in some of Shopee's samples. */
  decimalMoney: z.boolean().exactOptional(),
  /** Whether one unknown number fails a whole detail call (the default) or is just missing. */
  unknownNumberFailsCall: z.boolean().exactOptional(),
});

export type FaultRule = z.infer<typeof FaultRuleSchema>;
