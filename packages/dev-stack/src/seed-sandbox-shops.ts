/**
 * Shops to look at: made in the sandbox, then added like any store whose tokens are given by hand.
 * The sandbox forgets when it stops; so on the next start the same shops are made again under their old ids, and
 * adding them again renews their tokens.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { runScript } from './process/run-script.ts';
import { repositoryRoot } from './plan.ts';
import type { Stack } from './stack.ts';

export const shops = [
  { name: 'Nhà Gạo Sài Gòn', area: 'Thành phố Hồ Chí Minh' },
  { name: 'Gốm Bát Tràng Hà Nội', area: 'Hà Nội' },
  { name: 'Áo Lụa Hội An', area: 'Đà Nẵng' },
] as const;

const AnswerSchema = z.object({
  shopId: z.coerce.string(),
  accessToken: z.string(),
  refreshToken: z.string(),
  expiresAt: z.union([z.string(), z.number()]).transform((at) => new Date(at).toISOString()),
});
const KeptSchema = z.record(z.string(), z.string());

/** Orders that a shop gets in a minute: enough to see something move, few enough to read. */
const ORDERS_PER_MINUTE = 20;

export async function seedSandboxShops(stack: Stack): Promise<void> {
  const file = path.join(stack.dataFolder, 'sandbox-shops.json');
  const kept = existsSync(file) ? KeptSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
  const ids: Record<string, string> = {};
  for (const { name, area } of shops) {
    const shop = AnswerSchema.parse(await control(stack, 'shops', { name, ...(kept[name] ? { shopId: Number(kept[name]) } : {}) }));
    ids[name] = shop.shopId;
    const given = { ...shop, channel: 'shopee', externalId: shop.shopId, name, area };
    await addStore(stack, given);
  }
  writeFileSync(file, `${JSON.stringify(ids, null, 2)}\n`);
}

/** Lets the shops sell from now on. */
export async function playShopDay(stack: Stack): Promise<void> {
  await control(stack, 'day', { ordersPerMinute: ORDERS_PER_MINUTE });
}

type NewStore = { channel: string; externalId: string; name: string; area: string; accessToken: string; refreshToken: string; expiresAt: string };

async function addStore(stack: Stack, store: NewStore): Promise<void> {
  const options = {
    '--channel': store.channel,
    '--external-id': store.externalId,
    '--name': store.name,
    '--area': store.area,
    '--access-token': store.accessToken,
    '--refresh-token': store.refreshToken,
    '--expires-at': store.expiresAt,
  };
  await runScript({
    root: repositoryRoot,
    script: 'packages/connector-kit/scripts/store-add.ts',
    args: Object.entries(options).map(([name, value]) => `${name}=${value}`),
    env: { DATABASE_URL: stack.urls.database, SECRETS_KEY: stack.settings.SECRETS_KEY ?? '' },
  });
}

async function control(stack: Stack, action: string, body: object): Promise<unknown> {
  const response = await fetch(`${stack.urls.http['sandbox']}/_sandbox/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`The sandbox refused ${action} with ${response.status}: ${text.slice(0, 500)}`);
  return text === '' ? undefined : JSON.parse(text);
}
