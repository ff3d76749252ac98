import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';

/** What may be set from outside, in the environment or in `.env`; the names of docs/architecture.md. */
const names = [
  'HOST', 'DATABASE_URL', 'DATABASE_POOL_SIZE', 'REDIS_URL', 'LOG_LEVEL', 'PUBLIC_WEBHOOK_URL', 'PUBLIC_CONSOLE_URL',
  'PUBLIC_STOREFRONT_URL', 'SECRETS_KEY', 'SHOPEE_API_URL', 'SHOPEE_PARTNER_ID', 'SHOPEE_PARTNER_KEY', 'SHOPEE_PUSH_KEY',
  'LAZADA_API_URL', 'LAZADA_AUTH_URL', 'LAZADA_APP_KEY', 'LAZADA_APP_SECRET', 'KIOTVIET_API_URL', 'KIOTVIET_AUTH_URL',
  'SWEEP_INTERVAL', 'TRUST_PROXY', 'OTEL_EXPORTER_OTLP_ENDPOINT', 'SMTP_URL', 'CONSOLE_ADMIN_EMAIL',
  'CONSOLE_ADMIN_PASSWORD', 'CONSOLE_API_KEY',
] as const;

export type SettingName = (typeof names)[number];
export type Settings = Readonly<Partial<Record<SettingName, string>>>;

/** The settings that somebody gave; the environment wins over `.env`, and a blank value counts as absent. */
export function readSettings(root: string): Settings {
  const file = path.join(root, '.env');
  return pickSettings({ ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}), ...process.env });
}

export function pickSettings(source: Record<string, string | undefined>): Settings {
  return Object.fromEntries(names.flatMap((name) => (source[name]?.trim() ? [[name, source[name].trim()]] : [])));
}

/** Where programs are looked for. */
export const searchPath = (): string => process.env['PATH'] ?? '';

/** Servers for tests that somebody brings along. `.env` is not asked: tests would run on whatever it points to. */
export function givenTestServers(): { databaseUrl: string | undefined; redisUrl: string | undefined } {
  const { DATABASE_URL, REDIS_URL } = pickSettings(process.env);
  return { databaseUrl: DATABASE_URL, redisUrl: REDIS_URL };
}
