import type { Logger } from 'shared/log/logger';
import type { Service } from 'shared/process/run-service';
import { buildApp } from './app.ts';
import { type Clock, systemClock } from './clock.ts';
import type { SandboxEnv } from './env.ts';
import { createFaults } from './faults/faults.ts';
import { createDay } from './life/day.ts';
import { createMover } from './life/mover.ts';
import { createDeliver } from './push/deliver.ts';
import { createLostList } from './push/lost-list.ts';
import { createSender } from './push/sender.ts';
import { createStats } from './stats.ts';
import { mixSeed } from './world/rng.ts';
import { createTokens } from './world/tokens.ts';
import { createWorld } from './world/world.ts';

const CONNECTIONS = 128;
const PUSH_TIMEOUT_MS = 3_000;

export type SandboxOverrides = { clock?: Clock; pushTimeoutMs?: number };
/** `url` is known once it has started. */
export type Sandbox = Service & { url(): string };

export function createSandbox(env: SandboxEnv, log: Logger, overrides: SandboxOverrides = {}): Sandbox {
  const clock = overrides.clock ?? systemClock;
  const world = createWorld(env.SANDBOX_SEED);
  const tokens = createTokens(clock, () => world.seed);
  const faults = createFaults(env.SANDBOX_SEED);
  const [stats, lost] = [createStats(), createLostList(clock)];
  const deliver = createDeliver({
    targetOrigin: env.WEBHOOK_TARGET_URL ?? env.PUBLIC_WEBHOOK_URL,
    signedOrigin: env.PUBLIC_WEBHOOK_URL,
    key: env.SHOPEE_PUSH_KEY,
    timeoutMs: overrides.pushTimeoutMs ?? PUSH_TIMEOUT_MS,
    connections: CONNECTIONS,
  });
  const sender = createSender({ deliver, clock, faults, stats, lost, timeScale: env.SANDBOX_TIME_SCALE, concurrency: CONNECTIONS });
  const mover = createMover({ world, sender, clock });
  const day = createDay({ mover, clock });
  let life = new AbortController();
  const endLives = (): void => {
    day.stop();
    life.abort();
    sender.clear();
  };
  // Message ids differ from run to run, though the world is the same.
  const begin = (seed: number): void => sender.newSalt(mixSeed(seed, Math.floor(clock() / 1000)));
  const reset = (seed: number): void => {
    endLives();
    life = new AbortController();
    for (const held of [tokens, lost]) held.clear();
    faults.set([]);
    stats.reset();
    mover.reset();
    world.reset(seed);
    begin(seed);
  };
  begin(env.SANDBOX_SEED);
  const partner = { id: env.SHOPEE_PARTNER_ID, key: env.SHOPEE_PARTNER_KEY };
  const app = buildApp({ partner, world, tokens, faults, stats, lost, sender, mover, day, clock, reset, signal: () => life.signal }, log);
  app.addHook('preClose', (done) => {
    endLives();
    done();
  });
  let url = '';
  return {
    start: async () => {
      url = await app.listen({ host: env.HOST, port: env.PORT });
      log.info({ url }, 'sandbox.listening');
    },
    close: async () => {
      await app.close();
      await sender.close();
    },
    url: () => url,
  };
}
