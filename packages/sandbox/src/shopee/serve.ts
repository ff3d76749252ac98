import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FaultRule } from '../faults/fault-rule.ts';
import { checkPublicCall, checkShopCall, type Query } from './auth-check.ts';
import type { Endpoint, ShopeeDeps } from './endpoint.ts';
import { errors, ShopeeError } from './shopee-error.ts';
import { textQuery } from './text-query.ts';

const HTML = '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>';
const AMOUNT = /"(total_amount|model_original_price|model_discounted_price|estimated_shipping_fee|actual_shipping_fee)":(\d+)(?=[,}])/g;
const BodySchema = z.object({ shop_id: z.number() });

/** One call: faults that come first, the checks, the endpoint, faults that come after it took effect. */
export function serve(deps: ShopeeDeps, endpoint: Endpoint) {
  const name = nameOf(endpoint.path);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const query = textQuery(request.query);
    deps.stats.count('apiCalls', name);
    const fault = deps.faults.forCall({ endpoint: name, shopId: shopIdOf(query, request.body), orderSns: orderSnsOf(query) });
    if (fault.latencyMs) await wait(fault.latencyMs, undefined, { signal: deps.signal() }).catch(() => undefined);
    if (deps.faults.happens(fault.html)) {
      deps.stats.count('errors', 'html');
      return reply.code(502).type('text/html').send(HTML);
    }
    failFirst(deps, fault);
    const result = run(deps, endpoint, { query, body: request.body });
    const plain = JSON.stringify({ error: '', message: '', ...result, request_id: request.id });
    const text = fault.decimalMoney ? plain.replace(AMOUNT, '"$1":$2.0') : plain;
    if (deps.faults.happens(fault.dropAnswer)) {
      deps.stats.count('errors', 'dropped_answer');
      request.raw.socket.destroy();
      return reply.hijack();
    }
    const cut = deps.faults.happens(fault.truncated);
    if (cut) deps.stats.count('errors', 'truncated');
    return reply.type('application/json').send(cut ? text.slice(0, Math.floor(text.length / 2)) : text);
  };
}

/** Shopee's own shape for whatever went wrong. */
export function answerError(deps: Pick<ShopeeDeps, 'stats'>, error: unknown, reply: FastifyReply): FastifyReply {
  const known = error instanceof ShopeeError ? error : errors.server(500);
  if (known !== error) reply.request.log.error({ err: error }, 'shopee.failed');
  deps.stats.count('errors', known.error);
  return reply.code(known.http).send({ error: known.error, message: known.message, request_id: reply.request.id });
}

function run(deps: ShopeeDeps, endpoint: Endpoint, call: { query: Query; body: unknown }): object {
  if (endpoint.access === 'shop') return endpoint.handle({ ...call, shop: checkShopCall(deps, endpoint.path, call.query) });
  checkPublicCall(deps, endpoint.path, call.query);
  return endpoint.handle(call);
}

function failFirst({ faults }: ShopeeDeps, fault: FaultRule): void {
  if (faults.happens(fault.rateLimit429)) throw errors.rateLimit();
  if (faults.happens(fault.fail5xx)) throw errors.server(500 + faults.between(0, 3));
  const { errorBody } = fault;
  if (errorBody && faults.happens(errorBody.probability)) throw new ShopeeError(errorBody.error, errorBody.message, errorBody.http);
}

function shopIdOf(query: Query, body: unknown): number | undefined {
  if (query['shop_id'] !== undefined) return Number(query['shop_id']);
  const given = BodySchema.safeParse(body);
  return given.success ? given.data.shop_id : undefined;
}

function orderSnsOf(query: Query): string[] {
  return [...(query['order_sn_list'] ?? '').split(','), query['order_sn'] ?? ''].map((text) => text.trim()).filter((text) => text !== '');
}

const nameOf = (path: string): string => path.split('/').slice(path.includes('/auth/') ? -2 : -1).join('/');
