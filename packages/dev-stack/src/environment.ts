import type { SettingName, Settings } from './env.ts';
import type { Secrets } from './secrets.ts';
import type { ServiceDefinition } from './services.ts';

/** Where a service listens on this machine. */
export type Place = { port: number | undefined; managementPort: number };

export const ADMIN_EMAIL = 'admin@dongbo.example';

/** Without a key of a marketplace's there is nothing to connect to: the sandbox plays the marketplace. */
export const needsSandbox = (given: Settings): boolean => !given.SHOPEE_PARTNER_ID && !given.SHOPEE_PARTNER_KEY;

type Sources = { given: Settings; secrets: Secrets; places: ReadonlyMap<string, Place> };

/** What the services are told: what somebody gave, else what this stack made up and where it put things. */
export function completeSettings({ given, secrets, places }: Sources): Settings {
  const originOf = (name: string, host = '127.0.0.1'): string => `http://${host}:${places.get(name)?.port}`;
  const defaults: Settings = {
    HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
    SECRETS_KEY: secrets.secretsKey,
    CONSOLE_ADMIN_EMAIL: ADMIN_EMAIL,
    CONSOLE_ADMIN_PASSWORD: secrets.adminPassword,
    CONSOLE_API_KEY: secrets.consoleApiKey,
    PUBLIC_WEBHOOK_URL: originOf('webhook-gateway'),
    PUBLIC_CONSOLE_URL: originOf('crm-console', 'localhost'),
  };
  if (!needsSandbox(given)) return { ...defaults, ...given };
  return {
    ...defaults,
    ...given,
    PUBLIC_WEBHOOK_URL: originOf('webhook-gateway'), // the sandbox pushes to where the gateway really is
    SHOPEE_API_URL: originOf('sandbox'),
    SHOPEE_PARTNER_ID: secrets.shopeePartnerId,
    SHOPEE_PARTNER_KEY: secrets.shopeePartnerKey,
    SHOPEE_PUSH_KEY: secrets.shopeePushKey,
  };
}

/** The whole environment of a service: its settings and its ports, and nothing of ours. */
export function environmentOf(service: ServiceDefinition, settings: Settings, place: Place): Record<string, string> {
  const wanted = (name: string): boolean => service.settings?.includes(name as SettingName) ?? true;
  return {
    ...Object.fromEntries(Object.entries(settings).filter(([name]) => wanted(name))),
    ...service.extra,
    ...(place.port === undefined ? {} : { PORT: String(place.port) }),
    MANAGEMENT_PORT: String(place.managementPort),
  };
}
