import { z } from 'zod';
import { parseDuration } from './duration.ts';

const port = z.coerce.number('must be a port number').int().min(0).max(65535);
const origin = z.string('is needed: an origin such as https://hooks.example.vn').regex(/^https?:\/\/[^/?#\s]+$/, 'must be an origin such as https://hooks.example.vn: no path and no closing slash');
const secretsKey = z
  .string('is needed: 32 bytes in base64 (openssl rand -base64 32)')
  .refine(
    (text) => text.split(',').every((key) => Buffer.from(key.trim(), 'base64').length === 32),
    'must be 32 bytes in base64, or several of them separated by commas',
  )
  .transform((text) => text.split(',').map((key) => Buffer.from(key.trim(), 'base64')));

/** Parts from which each app composes its own environment; names and meaning stand in docs/architecture.md. */
export const logEnv = {
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
};
export const managementEnv = { MANAGEMENT_PORT: port.default(0) };
export const httpEnv = (defaultPort: number) => ({
  HOST: z.string().default('0.0.0.0'),
  PORT: port.default(defaultPort),
});
export const databaseEnv = {
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// address' }),
  DATABASE_POOL_SIZE: z.coerce.number('must be a number').int().min(1).max(200).default(10),
};
export const redisEnv = {
  REDIS_URL: z
    .string('must be a redis:// address')
    .refine((text) => text.split(',').every((url) => /^rediss?:\/\/\S+$/.test(url.trim())), 'must be redis:// addresses, comma separated'),
};
/** A list of 32-byte keys: the first seals, all open (so keys can be rotated). */
export const secretsEnv = { SECRETS_KEY: secretsKey };
export const shopeeEnv = {
  SHOPEE_API_URL: origin.default('https://partner.shopeemobile.com'),
  SHOPEE_PARTNER_ID: z.string('is needed').regex(/^\d+$/, 'must be digits'),
  SHOPEE_PARTNER_KEY: z.string('is needed').min(1),
};
export const originOf = (what: string) => origin.describe(what);
/** `10s`, `6m`, `1h` → milliseconds. */
export const durationOf = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((text, context) => {
      const ms = parseDuration(text);
      if (ms === undefined) context.addIssue({ code: 'custom', message: 'must be like 10s, 6m or 1h' });
      return ms ?? 0;
    });
const address = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:.]*)(?:\/\d{1,3})?$/i;
/** Whose `x-forwarded-for` counts: a number of proxies, or their addresses and networks. */
export const proxyEnv = {
  TRUST_PROXY: z
    .string()
    .refine(
      (text) => /^\d{1,2}$/.test(text) || text.split(',').every((part) => address.test(part.trim())),
      'must be a number of proxies, or addresses and networks separated by commas',
    )
    .optional(),
};
/** First start only: who becomes the owner where nobody can sign in yet. */
export const firstOwnerEnv = {
  CONSOLE_ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
  CONSOLE_ADMIN_PASSWORD: z.string().min(8, 'must have at least 8 characters').max(128, 'must have at most 128 characters').optional(),
};
/** A machine's key, with full rights. */
export const apiKeyEnv = {
  CONSOLE_API_KEY: z.string().regex(/^\S{16,}$/, 'must have at least 16 characters, without blanks').optional(),
};
