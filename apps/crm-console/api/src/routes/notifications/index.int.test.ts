import { raiseNotifications } from 'shared/notifications/raise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestConsole, type TestConsole } from '../../testing/console.ts';
import { addStore } from '../../testing/orders.ts';
import { NotificationListSchema } from './schema.ts';

let desk: TestConsole;
beforeAll(async () => {
  desk = await createTestConsole();
  const storeId = String(await addStore(desk.database, { name: 'Gốm Bếp Xinh' }));
  const unknown = (word: string) => ({ kind: 'unknown_status' as const, channel: 'shopee', storeId, groupKey: word, params: { word }, retryable: false });
  await raiseNotifications(desk.database, [unknown('READY_TO_RETURN'), unknown('READY_TO_RETURN')]);
  await raiseNotifications(desk.database, [unknown('GONE_WORD')]);
  await raiseNotifications(desk.database, [{ ...unknown('x'), kind: 'event_failed', groupKey: 'TIMEOUT', params: { reason: 'TIMEOUT' }, retryable: true }]);
  await desk.database.notification.updateMany({ where: { groupKey: 'GONE_WORD' }, data: { resolvedAt: new Date() } });
});
afterAll(() => desk.close());

const list = async (query: string, headers = {}) => NotificationListSchema.parse((await desk.asMachine({ url: `/api/notifications?${query}`, headers })).json());

describe('GET /api/notifications', () => {
  it('tells each cause once, counted, in Vietnamese unless English is asked for', async () => {
    const { items } = await list('resolved=false');
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ kind: 'event_failed', retryable: true, title: '1 thay đổi của Gốm Bếp Xinh chưa lấy về được', params: { reason: 'TIMEOUT' } });
    expect(items[1]).toMatchObject({
      kind: 'unknown_status', channel: 'shopee', storeName: 'Gốm Bếp Xinh', count: 2, resolvedAt: null, params: { word: 'READY_TO_RETURN' },
      title: 'Shopee gửi một trạng thái chưa có trong bảng: READY_TO_RETURN',
    });
    expect((await list('resolved=false&lang=en')).items[1]?.title).toBe('Shopee sent a status that the table does not have: READY_TO_RETURN');
    expect((await list('resolved=false', { 'accept-language': 'en-GB' })).items[1]?.title).toContain('Shopee sent');
  });

  it('parts what has healed from what is open, and pages', async () => {
    expect((await list('resolved=true')).items.map(({ params }) => params['word'])).toEqual(['GONE_WORD']);
    const first = await list('limit=2');
    const second = await list(`limit=2&cursor=${first.nextCursor}`);
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, null]);
    expect((await desk.asMachine({ url: '/api/notifications?resolved=yes' })).json().error.fields).toHaveProperty('resolved');
  });
});
