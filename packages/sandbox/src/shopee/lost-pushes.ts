import { z } from 'zod';
import { pushBody } from '../push/push-body.ts';
import type { Endpoint, ShopeeDeps } from './endpoint.ts';
import { parseParams } from './params.ts';

const ConfirmSchema = z.object({ last_message_id: z.int().min(0) });

/** `GET /api/v2/push/get_lost_push_message`: the oldest 100 of three days; `data` is the whole push as text. */
export function lostPushes(deps: ShopeeDeps): Endpoint {
  return {
    method: 'GET',
    path: '/api/v2/push/get_lost_push_message',
    access: 'public',
    handle: () => {
      const { messages, more } = deps.lost.oldest();
      const list = messages.map(({ record }) => ({
        shop_id: record.order.shop.id,
        code: record.code,
        timestamp: Math.floor(record.queuedAt / 1000),
        data: pushBody(record, deps.sender.salt()),
      }));
      return { warning: '', response: { push_message_list: list, has_next_page: more, last_message_id: messages.at(-1)?.id ?? 0 } };
    },
  };
}

/** `POST /api/v2/push/confirm_consumed_lost_push_message`: a watermark, everything up to it is gone. */
export function confirmLostPushes(deps: ShopeeDeps): Endpoint {
  return {
    method: 'POST',
    path: '/api/v2/push/confirm_consumed_lost_push_message',
    access: 'public',
    handle: ({ body }) => {
      deps.lost.confirm(parseParams(ConfirmSchema, body).last_message_id);
      return { warning: '' };
    },
  };
}
