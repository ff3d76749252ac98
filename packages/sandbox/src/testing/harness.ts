import { createLogger } from 'shared/log/logger';
import { z } from 'zod';
import { createSandbox, type SandboxOverrides } from '../compose.ts';
import { apiSign } from '../shopee/sign.ts';
import { startReceiver } from './receiver.ts';

const PARTNER = { id: '2000001', key: 'dongbo-test-partner-key' };
const PUSH_KEY = 'dongbo-test-push-key';
const PUBLIC = 'https://crm.example.vn';
const ShopSchema = z.object({ shopId: z.number(), name: z.string(), accessToken: z.string(), refreshToken: z.string() });
const ObjectSchema = z.record(z.string(), z.unknown());

export type TestShop = z.infer<typeof ShopSchema>;
export type Answered = { http: number; body: Record<string, unknown> };
type CallOptions = { shop?: TestShop; query?: Record<string, string>; body?: unknown; override?: Record<string, string> };
export type Harness = Awaited<ReturnType<typeof startHarness>>;

/** A sandbox on a real port with a receiver for its pushes, and a client that signs as the documentation says. */
export async function startHarness(options: SandboxOverrides & { timeScale?: number } = {}) {
  const receiver = await startReceiver({ url: `${PUBLIC}/webhooks/shopee`, key: PUSH_KEY });
  const { timeScale = 1, ...overrides } = options;
  const env = {
    HOST: '127.0.0.1',
    PORT: 0,
    LOG_LEVEL: 'silent',
    SHOPEE_PARTNER_ID: PARTNER.id,
    SHOPEE_PARTNER_KEY: PARTNER.key,
    SHOPEE_PUSH_KEY: PUSH_KEY,
    PUBLIC_WEBHOOK_URL: PUBLIC,
    WEBHOOK_TARGET_URL: receiver.origin,
    SANDBOX_TIME_SCALE: timeScale,
    SANDBOX_SEED: 1,
  } as const;
  const sandbox = createSandbox(env, createLogger('sandbox', 'silent'), overrides);
  await sandbox.start();
  const clock = overrides.clock ?? Date.now;

  const control = async (method: string, path: string, body?: unknown): Promise<Answered> => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const answer = await fetch(`${sandbox.url()}/_sandbox${path}`, init);
    return { http: answer.status, body: ObjectSchema.parse(await answer.json()) };
  };
  const raw = (method: 'GET' | 'POST', path: string, { shop, query = {}, body, override = {} }: CallOptions = {}): Promise<Response> => {
    const timestamp = String(Math.floor(clock() / 1000));
    const shopPart = shop ? { accessToken: shop.accessToken, shopId: String(shop.shopId) } : {};
    const sign = apiSign(PARTNER.key, { partnerId: PARTNER.id, path, timestamp, ...shopPart });
    const shopQuery = shop ? { access_token: shop.accessToken, shop_id: String(shop.shopId) } : {};
    const params = new URLSearchParams({ ...query, partner_id: PARTNER.id, timestamp, sign, ...shopQuery, ...override });
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    return fetch(`${sandbox.url()}${path}?${params.toString()}`, init);
  };
  const call = async (method: 'GET' | 'POST', path: string, given: CallOptions = {}): Promise<Answered> => {
    const answer = await raw(method, path, given);
    return { http: answer.status, body: ObjectSchema.parse(await answer.json()) };
  };
  const addShop = async (name = 'Gốm Bếp Xinh (thử)'): Promise<TestShop> => ShopSchema.parse((await control('POST', '/shops', { name })).body);
  const close = async (): Promise<void> => {
    await sandbox.close();
    await receiver.close();
  };
  return { sandbox, receiver, control, raw, call, addShop, close };
}
