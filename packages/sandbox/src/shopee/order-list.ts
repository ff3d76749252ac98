import { z } from 'zod';
import type { TimeField } from '../world/shop-index.ts';
import type { Move, Order, Shop } from '../world/types.ts';
import type { Endpoint, ShopeeDeps } from './endpoint.ts';
import { flag, nameList, parseParams, wholeNumber } from './params.ts';
import { errors } from './shopee-error.ts';
import { visibleTo } from './visible-moves.ts';

const NAME = 'get_order_list';
const WINDOW_S = 15 * 24 * 3600;
/** RETRY_SHIP, TO_CONFIRM_RECEIVE, TO_RETURN and PENDING cannot be filtered (documentation, get_order_list). */
const filterable = ['UNPAID', 'READY_TO_SHIP', 'PROCESSED', 'SHIPPED', 'COMPLETED', 'IN_CANCEL', 'CANCELLED', 'INVOICE_PENDING'] as const;
const QuerySchema = z.object({
  time_range_field: z.enum(['create_time', 'update_time']),
  time_from: wholeNumber,
  time_to: wholeNumber,
  page_size: wholeNumber.refine((size) => size >= 1 && size <= 100, 'must be 1 to 100'),
  cursor: z.string().regex(/^\d*$/, 'is not one of ours').default(''),
  order_status: z.enum(filterable).optional(),
  response_optional_fields: nameList.default(new Set()),
  request_order_status_pending: flag.default(false),
});
type ListQuery = z.infer<typeof QuerySchema>;
type Seen = { order: Order; status: string };

/** `GET /api/v2/order/get_order_list`, oldest first. The cursor counts: orders that move while one pages shift what follows. */
export function orderList(deps: ShopeeDeps): Endpoint {
  return {
    method: 'GET',
    path: `/api/v2/order/${NAME}`,
    access: 'shop',
    handle: ({ query, shop }) => {
      const wanted = parseParams(QuerySchema, query);
      if (wanted.time_from >= wanted.time_to || wanted.time_to - wanted.time_from > WINDOW_S) throw errors.listTime();
      const skip = wanted.cursor === '' ? 0 : Number(wanted.cursor);
      const page: Seen[] = [];
      let at = 0;
      for (const seen of matching(deps, shop, wanted)) {
        at += 1;
        if (at > skip) page.push(seen);
        if (page.length > wanted.page_size) break;
      }
      const more = page.length > wanted.page_size;
      const withStatus = wanted.response_optional_fields.has('order_status');
      const entries = page
        .slice(0, wanted.page_size)
        .map(({ order, status }) => (withStatus ? { order_sn: order.orderSn, order_status: status } : { order_sn: order.orderSn }));
      return { response: { more, next_cursor: more ? String(skip + wanted.page_size) : '', order_list: entries } };
    },
  };
}

function* matching(deps: ShopeeDeps, shop: Shop, wanted: ListQuery): Iterable<Seen> {
  const range = { from: wanted.time_from, to: wanted.time_to };
  for (const order of deps.world.index(shop).between(wanted.time_range_field, range)) {
    const move = order.moves[visibleTo(deps, NAME, order) - 1];
    if (!move || !stillInside(wanted.time_range_field, move, range)) continue;
    if (move.status === 'PENDING' && !wanted.request_order_status_pending) continue;
    if (wanted.order_status === undefined || wanted.order_status === move.status) yield { order, status: move.status };
  }
}

const stillInside = (field: TimeField, move: Move, range: { from: number; to: number }): boolean =>
  field === 'create_time' || (move.updateTime >= range.from && move.updateTime <= range.to);
