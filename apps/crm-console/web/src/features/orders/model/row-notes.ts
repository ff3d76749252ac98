import type { OrderListItem } from './order.ts';
import type { Problem } from './order-search.ts';

export type RowNote = { problem: Problem; tone: 'red' | 'amber' };

const underGoods = { SHORT_STOCK: 'red', INCOMPLETE: 'amber', UNLINKED_SKU: 'amber' } as const;
const underPill = { CANCELLED_AT_MARKETPLACE: 'red', COMMAND_REFUSED: 'red', CANCEL_REQUESTED: 'amber', UNKNOWN_STATUS: 'amber' } as const;

const firstOf = (problems: readonly Problem[], table: Partial<Record<Problem, RowNote['tone']>>): RowNote | undefined => {
  const order = Object.keys(table);
  const [problem] = problems.filter((one) => table[one]).sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const tone = problem && table[problem];
  return problem && tone ? { problem, tone } : undefined;
};

/** The most pressing problem of an order for each place that shows one; LATE has its own column. */
export const goodsNote = ({ problems }: Pick<OrderListItem, 'problems'>): RowNote | undefined => firstOf(problems, underGoods);
export const pillNote = ({ problems }: Pick<OrderListItem, 'problems'>): RowNote | undefined => firstOf(problems, underPill);
