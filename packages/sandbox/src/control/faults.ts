import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { FaultRuleSchema } from '../faults/fault-rule.ts';
import type { ControlDeps } from './control-deps.ts';
import { parseControl } from './parse.ts';

const RulesSchema = z.strictObject({ rules: z.array(FaultRuleSchema).max(1_000) });
const hasRules = (body: unknown): boolean => typeof body === 'object' && body !== null && 'rules' in body;

/** `POST` sets what goes wrong from now on (one rule, or `{ rules }`), in place of what was set before. */
export function faultRoutes(app: FastifyInstance, { faults }: ControlDeps): void {
  app.post('/faults', ({ body }) => {
    faults.set(hasRules(body) ? parseControl(RulesSchema, body).rules : [parseControl(FaultRuleSchema, body)]);
    return { rules: faults.rules() };
  });
  app.get('/faults', () => ({ rules: faults.rules() }));
  app.delete('/faults', () => {
    faults.set([]);
    return { rules: [] };
  });
}
