import { z } from 'zod';
import type { Order, Shop } from '../world/types.ts';
import type { Endpoint, ShopeeDeps } from './endpoint.ts';
import { flag, nameList, parseParams } from './params.ts';
import { renderOrder } from './render-order.ts';
import { errors } from './shopee-error.ts';
import { visibleTo } from './visible-moves.ts';

const NAME = 'get_order_detail';
const QuerySchema = z.object({
  order_sn_list: nameList.refine((list) => list.size >= 1 && list.size <= 50, 'must hold 1 to 50 order numbers'),
  response_optional_fields: nameList.default(new Set()),
  request_order_status_pending: flag.default(false),
});

/** `GET /api/v2/order/get_order_detail`. Answers are not in the order asked: match by `order_sn`. */
export function orderDetail(deps: ShopeeDeps): Endpoint {
  const find = (shop: Shop, orderSn: string): { order: Order; visible: number } | undefined => {
    const order = deps.world.order(orderSn);
    if (order?.shop !== shop) return undefined;
    const visible = visibleTo(deps, NAME, order);
    return visible > 0 ? { order, visible } : undefined;
  };
  return {
    method: 'GET',
    path: `/api/v2/order/${NAME}`,
    access: 'shop',
    handle: ({ query, shop }) => {
      const { order_sn_list: orderSns, response_optional_fields: asked, request_order_status_pending: pendingShown } = parseParams(QuerySchema, query);
      const found = [...orderSns].map((orderSn) => find(shop, orderSn)).filter((entry) => entry !== undefined);
      const { unknownNumberFailsCall = true } = deps.faults.forCall({ endpoint: NAME, shopId: shop.id, orderSns: [...orderSns] });
      if (found.length < orderSns.size && (unknownNumberFailsCall || found.length === 0)) throw errors.notFound();
      const fields = asked.has('edt') ? new Set([...asked, 'edt_from', 'edt_to']) : asked;
      const shuffled = found.toSorted((first, second) => first.order.seed - second.order.seed);
      const list = shuffled.map(({ order, visible }) => {
        const masked = deps.faults.forRead(NAME, order).maskAll === true ? true : undefined;
        return renderOrder(order, { fields, visible, pendingShown, masked });
      });
      return { response: { order_list: list } };
    },
  };
}
