import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { mixSeed } from '../world/rng.ts';
import { chooseShops } from './choose-shops.ts';
import type { ControlDeps } from './control-deps.ts';
import { parseControl } from './parse.ts';

const DaySchema = z.strictObject({
  ordersPerMinute: z.number().positive().max(60_000),
  shopIds: z.array(z.int().positive()).min(1).optional(),
  /** The mean pause between two moves of one order. */
  stepSeconds: z.number().min(0.1).max(86_400).default(20),
  seed: z.int().min(0).max(0xffffffff).optional(),
});

export function dayRoutes(app: FastifyInstance, { world, day }: ControlDeps): void {
  app.post('/day', (request) => {
    const { ordersPerMinute, shopIds, stepSeconds, seed } = parseControl(DaySchema, request.body);
    const shops = chooseShops(world, shopIds);
    day.start({ shops, ordersPerMinute, stepSeconds, seed: seed ?? mixSeed(world.seed, world.orderCount()) });
    return day.state();
  });
  app.get('/day', () => day.state());
  app.delete('/day', () => {
    const last = day.state();
    day.stop();
    return { ...last, running: false };
  });
}
