import { describe, expect, it } from 'vitest';
import { completeSettings, environmentOf, type Place } from './environment.ts';
import { pickSettings } from './env.ts';
import type { Secrets } from './secrets.ts';
import { sandbox, services } from './services.ts';

const secrets: Secrets = {
  databasePassword: 'database-password',
  secretsKey: 'secrets-key',
  adminPassword: 'admin-password',
  consoleApiKey: 'console-key',
  shopeePartnerId: '2000001',
  shopeePartnerKey: 'partner-key',
  shopeePushKey: 'push-key',
};
const places = new Map<string, Place>([
  ['sandbox', { port: 3900, managementPort: 20_001 }],
  ['webhook-gateway', { port: 3601, managementPort: 20_002 }],
  ['crm-console', { port: 3700, managementPort: 20_003 }],
]);
const real = { SHOPEE_PARTNER_ID: '1', SHOPEE_PARTNER_KEY: 'real', SHOPEE_PUSH_KEY: 'real', PUBLIC_WEBHOOK_URL: 'https://hooks.example.vn' };

describe('what the services are told', () => {
  it('points them at the sandbox where no marketplace’s keys are given', () => {
    expect(completeSettings({ given: { PUBLIC_WEBHOOK_URL: 'https://hooks.example.vn' }, secrets, places })).toMatchObject({
      SHOPEE_API_URL: 'http://127.0.0.1:3900',
      SHOPEE_PARTNER_ID: '2000001',
      PUBLIC_WEBHOOK_URL: 'http://127.0.0.1:3601',
      PUBLIC_CONSOLE_URL: 'http://localhost:3700',
    });
  });

  it('is what was given where the real marketplace is meant', () => {
    const settings = completeSettings({ given: { ...real, LOG_LEVEL: 'debug' }, secrets, places });
    expect(settings).toMatchObject({ ...real, LOG_LEVEL: 'debug', SECRETS_KEY: 'secrets-key' });
    expect(settings).not.toHaveProperty('SHOPEE_API_URL');
  });

  it('keeps our database and our keys from the sandbox', () => {
    const settings = { ...completeSettings({ given: {}, secrets, places }), DATABASE_URL: 'postgresql://x', REDIS_URL: 'redis://x' };
    const seen = environmentOf(sandbox, settings, { port: 3900, managementPort: 20_001 });
    expect(Object.keys(seen).toSorted()).toEqual([
      'HOST', 'LOG_LEVEL', 'MANAGEMENT_PORT', 'PORT', 'PUBLIC_WEBHOOK_URL', 'SHOPEE_PARTNER_ID', 'SHOPEE_PARTNER_KEY', 'SHOPEE_PUSH_KEY',
    ]);
  });

  it('takes only names that it knows from outside, and counts a blank value as absent', () => {
    expect(pickSettings({ REDIS_URL: ' redis://x ', DATABASE_URL: ' ', PATH: '/bin', AWS_SECRET: 'x' })).toEqual({ REDIS_URL: 'redis://x' });
  });

  it('has each service once', () => {
    const names = services.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
