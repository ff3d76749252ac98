import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../../testing/words.ts';
import { historySentence } from './history-words.ts';
import type { HistoryEntry } from './order.ts';

const entry = (fields: Partial<HistoryEntry>): HistoryEntry => ({ at: '2026-11-24T07:38:02.000Z', actor: 'shopee', actorName: null, kind: 'placed', data: {}, traceId: null, ...fields });
const staff = { actor: 'staff:7', actorName: 'Lan Mẫu' };

describe('the history of an order, in Vietnamese', () => {
  it.each([
    [entry({}), 'Khách đặt đơn trên Shopee, nhắn: “Gói giúp em”'],
    [
      entry({ kind: 'channel_status', data: { channelStatus: 'READY_TO_SHIP', fulfilmentStatus: 'NOT_SHIPPED', state: 'OPEN', paymentStatus: 'UNPAID' } }),
      'Shopee báo Sẵn sàng giao → Chưa giao hàng · Chưa thanh toán',
    ],
    [entry({ kind: 'channel_status', data: { channelStatus: 'A_NEW_WORD', fulfilmentStatus: null, state: null, paymentStatus: null } }), 'Shopee báo A_NEW_WORD'],
    [entry({ ...staff, kind: 'order.reveal' }), 'Lan Mẫu xem thông tin người nhận'],
    [entry({ ...staff, kind: 'order.refresh' }), 'Lan Mẫu bấm Làm mới'],
    [entry({ ...staff, kind: 'order.edit', data: { before: { tags: ['Cũ'] }, after: { tags: ['Gói quà'], assignee: '7' } } }), 'Lan Mẫu gắn nhãn “Gói quà”, bỏ nhãn “Cũ”, nhận phụ trách'],
    [entry({ ...staff, kind: 'order.edit', data: { before: {}, after: { note: 'Viết thiệp' } } }), 'Lan Mẫu sửa ghi chú'],
    [entry({ ...staff, kind: 'order.edit', data: { before: { note: 'Viết thiệp' }, after: {} } }), 'Lan Mẫu xóa ghi chú'],
    [entry({ ...staff, kind: 'order.edit', data: { before: { assignee: '7' }, after: {} } }), 'Lan Mẫu bỏ người phụ trách'],
    [entry({ actor: 'staff:9', kind: 'order.edit', data: {} }), 'Nhân viên cũ sửa thông tin của cửa hàng'],
    [entry({ actor: 'api-key', kind: 'order.reveal' }), 'Khóa API xem thông tin người nhận'],
    [entry({ kind: 'stock.taken' }), 'Sự việc “stock.taken”'],
  ])('%j', async (one, sentence) => {
    const { parts } = historySentence(one, { ...(await wordsFor('vi')), channel: 'shopee', buyerMessage: 'Gói giúp em' });
    expect(parts.map(({ text }) => text).join('')).toBe(sentence);
  });
});
