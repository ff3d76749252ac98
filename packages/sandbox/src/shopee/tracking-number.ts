import { z } from 'zod';
import { orderState, packageNumberOf } from '../world/order-state.ts';
import type { Endpoint, ShopeeDeps } from './endpoint.ts';
import { parseParams } from './params.ts';
import { errors } from './shopee-error.ts';
import { visibleTo } from './visible-moves.ts';

const NAME = 'get_tracking_number';
const QuerySchema = z.object({ order_sn: z.string().min(1), package_number: z.string().optional() });

/** `GET /api/v2/logistics/get_tracking_number`: empty until the carrier has given one. */
export function trackingNumber(deps: ShopeeDeps): Endpoint {
  return {
    method: 'GET',
    path: `/api/v2/logistics/${NAME}`,
    access: 'shop',
    handle: ({ query, shop }) => {
      const { order_sn: orderSn, package_number: packageNumber } = parseParams(QuerySchema, query);
      const order = deps.world.order(orderSn);
      const visible = order?.shop === shop ? visibleTo(deps, NAME, order) : 0;
      if (!order || visible === 0) throw errors.notFound();
      if (packageNumber !== undefined && packageNumber !== '' && packageNumber !== packageNumberOf(order)) throw errors.param('package_number not found');
      const { trackingNumber: number } = orderState(order, visible);
      return { response: number === '' ? { tracking_number: '', hint: '' } : { tracking_number: number, plp_number: '', hint: '' } };
    },
  };
}
