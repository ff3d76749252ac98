import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ControlDeps } from './control-deps.ts';
import { parseControl } from './parse.ts';

const ResetSchema = z.strictObject({ seed: z.int().min(0).max(0xffffffff).optional() });

export function statsRoutes(app: FastifyInstance, deps: ControlDeps): void {
  const { world, stats, sender, lost } = deps;
  app.get('/stats', () => {
    const { sent, acknowledged, failed, lost: given, dropped } = stats.pushes;
    return {
      seed: world.seed,
      shops: world.shops().length,
      orders: world.orderCount(),
      pushesSent: sent,
      acknowledged,
      failed,
      lost: given,
      dropped,
      pending: sender.pending(),
      lostListed: lost.size(),
      apiCalls: Object.fromEntries(stats.apiCalls),
      errors: Object.fromEntries(stats.errors),
    };
  });
  app.post('/reset', (request) => {
    const { seed = world.seed } = parseControl(ResetSchema, request.body);
    deps.reset(seed);
    return { seed };
  });
}
