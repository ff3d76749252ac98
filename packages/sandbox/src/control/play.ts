import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { play } from '../life/play.ts';
import { mixSeed } from '../world/rng.ts';
import { chooseShops } from './choose-shops.ts';
import type { ControlDeps } from './control-deps.ts';
import { parseControl } from './parse.ts';

const PlaySchema = z.strictObject({
  orders: z.int().min(1).max(1_000_000),
  shopIds: z.array(z.int().positive()).min(1).optional(),
  concurrency: z.int().min(1).max(2_000).default(128),
  seed: z.int().min(0).max(0xffffffff).optional(),
  ordersPerSecond: z.number().positive().max(100_000).optional(),
  maxSteps: z.int().min(0).max(50).optional(),
  waitMs: z.int().min(0).max(14_400_000).default(600_000),
});

export function playRoutes(app: FastifyInstance, deps: ControlDeps): void {
  app.post('/play', (request) => {
    const { orders, shopIds, concurrency, seed, ordersPerSecond, maxSteps, waitMs } = parseControl(PlaySchema, request.body);
    return play(deps, {
      shops: chooseShops(deps.world, shopIds),
      orders,
      concurrency,
      seed: seed ?? mixSeed(deps.world.seed, deps.world.orderCount()),
      ordersPerSecond,
      maxSteps,
      waitMs,
      signal: deps.signal(),
    });
  });
}
