import { httpEnv, logEnv, originOf, shopeeEnv } from 'shared/config/fragments';
import { parseEnv } from 'shared/config/parse-env';
import { z } from 'zod';

const EnvSchema = z.object({
  ...httpEnv(3900),
  ...logEnv,
  SHOPEE_PARTNER_ID: shopeeEnv.SHOPEE_PARTNER_ID,
  SHOPEE_PARTNER_KEY: shopeeEnv.SHOPEE_PARTNER_KEY,
  SHOPEE_PUSH_KEY: z.string('is needed').min(1),
  PUBLIC_WEBHOOK_URL: originOf('pushes are signed over this and /webhooks/shopee'),
  WEBHOOK_TARGET_URL: originOf('where pushes are really sent').optional(),
  SANDBOX_TIME_SCALE: z.coerce.number('must be a number').positive('must be above 0').default(1),
  SANDBOX_SEED: z.coerce.number('must be a number').int().min(0).default(1),
});

export type SandboxEnv = Readonly<z.infer<typeof EnvSchema>>;

export function readEnv(): SandboxEnv {
  return parseEnv(EnvSchema, process.env);
}
