import { describe, expect, it } from 'vitest';
import { banner } from './banner.ts';

const about = {
  urls: {
    database: 'postgresql://postgres@127.0.0.1:20001/dongbo',
    redis: 'redis://127.0.0.1:20002',
    http: { sandbox: 'http://127.0.0.1:3900', 'crm-console': 'http://127.0.0.1:3700' },
    management: {},
  },
  settings: {
    PUBLIC_CONSOLE_URL: 'http://localhost:3700',
    PUBLIC_WEBHOOK_URL: 'http://127.0.0.1:3600',
    CONSOLE_ADMIN_EMAIL: 'admin@dongbo.example',
    CONSOLE_ADMIN_PASSWORD: 'a-password',
  },
  dataFolder: '/home/lan/dongbo/.dev',
  moved: [],
};

describe('the banner', () => {
  it('says where to go, how to sign in, and that the marketplace is only played', () => {
    const text = banner(about);
    for (const part of ['http://localhost:3700', 'admin@dongbo.example   a-password', '/webhooks/shopee', 'http://127.0.0.1:3900', 'sàn giả lập'])
      expect(text).toContain(part);
  });

  it('says how to add a shop where the real marketplace is meant', () => {
    const { sandbox: _sandbox, ...http } = about.urls.http;
    const text = banner({ ...about, urls: { ...about.urls, http } });
    expect(text).toContain('pnpm store:add');
    expect(text).not.toContain('andbox');
  });

  it('says which port was taken, and what is used instead', () => {
    expect(banner({ ...about, moved: [{ name: 'webhook-gateway', from: 3600, to: 21_000 }] })).toContain('Port 3600 is taken: webhook-gateway is on 21000.');
  });
});
