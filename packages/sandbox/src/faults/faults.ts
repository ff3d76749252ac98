import { createRng, mixSeed } from '../world/rng.ts';
import type { Order } from '../world/types.ts';
import type { FaultRule } from './fault-rule.ts';

type CallTarget = { endpoint: string; shopId: number | undefined; orderSns: readonly string[] };

/** The faults that are set. Of several rules that match, the later one wins, setting by setting. */
export type Faults = {
  rules(): readonly FaultRule[];
  set(rules: readonly FaultRule[]): void;
  forCall(target: CallTarget): FaultRule;
  /** Faults of one order's reading (stale, masked) within a call. */
  forRead(endpoint: string, order: Order): FaultRule;
  forPush(order: Order): FaultRule;
  /** Throws the dice for a probability. */
  happens(probability: number | undefined): boolean;
  /** A whole number between the two. */
  between(min: number, max: number): number;
};

const none: FaultRule = {};

export function createFaults(seed: number): Faults {
  const rng = createRng(mixSeed(seed, 0xfa17));
  let rules: readonly FaultRule[] = [];
  const merged = (matches: (rule: FaultRule) => boolean): FaultRule =>
    rules.length === 0 ? none : rules.filter(matches).reduce((all, rule) => ({ ...all, ...rule }), none);
  const ofOrder = (rule: FaultRule, order: Order): boolean =>
    (rule.shopId === undefined || rule.shopId === order.shop.id) && (rule.orderSn === undefined || rule.orderSn === order.orderSn);
  return {
    rules: () => rules,
    set: (next) => {
      rules = next;
    },
    forCall: ({ endpoint, shopId, orderSns }) =>
      merged(
        (rule) =>
          (rule.endpoint === undefined || rule.endpoint === endpoint) &&
          (rule.shopId === undefined || rule.shopId === shopId) &&
          (rule.orderSn === undefined || orderSns.includes(rule.orderSn)),
      ),
    forRead: (endpoint, order) => merged((rule) => (rule.endpoint === undefined || rule.endpoint === endpoint) && ofOrder(rule, order)),
    forPush: (order) => merged((rule) => rule.endpoint === undefined && ofOrder(rule, order)),
    happens: (probability) => probability !== undefined && probability > 0 && rng.chance(probability),
    between: (min, max) => rng.int(min, max),
  };
}
