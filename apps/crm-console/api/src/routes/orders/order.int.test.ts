import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestConsole, type TestConsole } from '../../testing/console.ts';
import { addOrder, addStore } from '../../testing/orders.ts';
import { OrderSchema } from './schema.ts';

let desk: TestConsole;
let storeId: bigint;
let id: string;
let made = 0;
beforeAll(async () => {
  desk = await createTestConsole();
  storeId = await addStore(desk.database);
});
beforeEach(async () => {
  id = await addOrder(desk.database, { storeId, code: `261124TEST${(made += 1)}` });
});
afterAll(() => desk.close());

const audits = () => desk.database.audit.findMany({ where: { subjectType: 'order', subjectId: id }, orderBy: { id: 'asc' } });

describe('GET /api/orders/:id', () => {
  it('shows staff the recipient masked and leaves no trace in the audit', async () => {
    const ask = await desk.signIn(await desk.addStaff('order_desk'));
    const order = OrderSchema.parse((await ask({ url: `/api/orders/${id}` })).json());
    expect(order.customer).toEqual({
      name: 'T*** T** M** Đ**', phone: '******0001', masked: true,
      address: { line: '1* Đ**** T**', ward: 'Phường Giả Định 1', district: null, province: 'TP. Hồ Chí Minh', country: 'VN', full: '1* Đ**** T**, Phường Giả Định 1, TP. Hồ Chí Minh' },
    });
    expect(await audits()).toEqual([]);
  });

  it('reveals the recipient on demand, and writes down who looked', async () => {
    const staff = await desk.addStaff('order_desk', 'Minh Giả');
    const ask = await desk.signIn(staff);
    const answer = await ask({ url: `/api/orders/${id}?reveal=true` });
    expect(OrderSchema.parse(answer.json()).customer).toMatchObject({ name: 'Trần Thị Mẫu Đơn', phone: '0900000001', masked: false });
    expect(await audits()).toMatchObject([{ actor: `staff:${staff.id}`, action: 'order.reveal', requestId: answer.headers['x-request-id'], before: null, after: null }]);
    const again = OrderSchema.parse((await ask({ url: `/api/orders/${id}` })).json());
    expect(again.history[0]).toMatchObject({ kind: 'order.reveal', actorName: 'Minh Giả' });
    expect(again.customer.masked).toBe(true);
  });

  it('masks long numbers in what the buyer wrote, for staff, until they are asked for', async () => {
    await desk.database.order.update({ where: { id: BigInt(id) }, data: { buyerMessage: 'Gọi 0900 000 001' } });
    const ask = await desk.signIn(await desk.addStaff('order_desk'));
    const message = async (asking: typeof ask, url: string) => (await asking({ url })).json().buyerMessage;
    expect(await message(ask, `/api/orders/${id}`)).toBe('Gọi **** **0 001');
    expect((await ask({ url: `/api/orders?q=261124TEST${made}` })).json().items[0].buyerMessage).toBe('Gọi **** **0 001');
    expect(await message(ask, `/api/orders/${id}?reveal=true`)).toBe('Gọi 0900 000 001');
    expect(await message(desk.asMachine, `/api/orders/${id}`)).toBe('Gọi 0900 000 001');
  });

  it('reveals nothing to a viewer', async () => {
    const ask = await desk.signIn(await desk.addStaff('viewer'));
    const answer = await ask({ url: `/api/orders/${id}?reveal=true` });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).not.toContain('0900000001');
    expect((await ask({ url: `/api/orders/${id}` })).statusCode).toBe(200);
  });

  it('gives the machine the clear recipient; what staff corrected goes first', async () => {
    await desk.database.order.update({ where: { id: BigInt(id) }, data: { correctedRecipient: { phone: '0900000009' } } });
    const order = OrderSchema.parse((await desk.asMachine({ url: `/api/orders/${id}` })).json());
    expect(order.customer).toMatchObject({ name: 'Trần Thị Mẫu Đơn', phone: '0900000009', masked: false });
  });

  it('tells the history newest first', async () => {
    const entry = (kind: string, at: string) => ({ orderId: BigInt(id), kind, version: kind, at: new Date(at), actor: 'shopee', data: { channelStatus: 'UNPAID' }, traceId: 'trace' });
    await desk.database.orderHistory.createMany({ data: [entry('placed', '2026-11-24T07:38:00Z'), entry('channel_status', '2026-11-24T07:39:00Z')] });
    const { history } = OrderSchema.parse((await desk.asMachine({ url: `/api/orders/${id}` })).json());
    expect(history.map(({ kind }) => kind)).toEqual(['channel_status', 'placed']);
    expect(history[0]).toEqual({ at: '2026-11-24T07:39:00.000Z', actor: 'shopee', actorName: null, kind: 'channel_status', data: { channelStatus: 'UNPAID' }, traceId: 'trace' });
  });

  it('has one version until the marketplace’s side changes, however often it is read', async () => {
    const version = async () => OrderSchema.parse((await desk.asMachine({ url: `/api/orders/${id}` })).json()).version;
    const first = await version();
    await desk.database.order.update({ where: { id: BigInt(id) }, data: { fetchedAt: new Date(), note: 'x' } });
    expect(await version()).toBe(first);
    await desk.database.order.update({ where: { id: BigInt(id) }, data: { digest: 'another' } });
    expect(await version()).not.toBe(first);
  });

  it('answers 404 for an order that is not there', async () => {
    expect((await desk.asMachine({ url: '/api/orders/999999999' })).json().error.code).toBe('NOT_FOUND');
  });

  it('answers 404 for a stub and 400 for what is no id', async () => {
    const stub = await addOrder(desk.database, { storeId, code: `STUB${made}`, fields: { stub: true } });
    expect((await desk.asMachine({ url: `/api/orders/${stub}` })).statusCode).toBe(404);
    for (const wrong of ['abc', '0', `0${id}`]) {
      const answer = await desk.asMachine({ url: `/api/orders/${wrong}` });
      expect(answer.json().error).toMatchObject({ code: 'VALIDATION_FAILED', fields: { id: expect.any(String) } });
    }
  });
});

describe('PATCH /api/orders/:id', () => {
  const patch = (payload: Record<string, unknown>) => desk.asMachine({ method: 'PATCH', url: `/api/orders/${id}`, payload });

  it('writes the shop’s own fields and says what they were and are', async () => {
    const staff = await desk.addStaff('order_desk', 'Lan Mẫu');
    const ask = await desk.signIn(staff);
    const answer = await ask({ method: 'PATCH', url: `/api/orders/${id}`, payload: { note: ' Viết thiệp tay ', tags: ['Gói quà', 'Gói quà'], assignee: staff.id } });
    expect(OrderSchema.parse(answer.json())).toMatchObject({ note: 'Viết thiệp tay', tags: ['Gói quà'], assignee: staff.id, assigneeName: 'Lan Mẫu', customer: { masked: true } });
    expect(await audits()).toMatchObject([{
      actor: `staff:${staff.id}`, action: 'order.edit', requestId: answer.headers['x-request-id'],
      before: { note: null, tags: [], assignee: null }, after: { note: 'Viết thiệp tay', tags: ['Gói quà'], assignee: staff.id },
    }]);
  });

  it('leaves out of the audit what did not change, and the whole of it where nothing did', async () => {
    await patch({ note: 'một', tags: ['a'] });
    await patch({ note: 'một', tags: ['b'] });
    await patch({ note: 'một', tags: ['b'] });
    await patch({});
    expect((await audits()).map(({ before, after }) => ({ before, after }))).toEqual([
      { before: { note: null, tags: [] }, after: { note: 'một', tags: ['a'] } },
      { before: { tags: ['a'] }, after: { tags: ['b'] } },
    ]);
  });

  it('names what is wrong with a field, and changes nothing', async () => {
    expect((await patch({ assignee: 'nobody' })).json().error).toMatchObject({ code: 'VALIDATION_FAILED', fields: { assignee: expect.any(String) } });
    expect((await patch({ fulfilmentStatus: 'DELIVERED' })).json().error.fields).toEqual({ fulfilmentStatus: 'is not known here' });
    expect((await patch({ tags: [''] })).json().error.fields).toHaveProperty(['tags.0']);
    expect((await desk.asMachine({ method: 'PATCH', url: `/api/orders/${id}`, payload: '{not json', headers: { 'content-type': 'application/json' } })).json().error.code).toBe('JSON_UNREADABLE');
    expect((await desk.asMachine({ method: 'PATCH', url: `/api/orders/${id}`, payload: { note: 'x'.repeat(1_100_000) } })).json().error.code).toBe('BODY_TOO_LARGE');
    expect(await audits()).toEqual([]);
  });

  it.each(['\0', '\ud800'])('refuses text with %j, by the field’s name', async (text) => {
    for (const [payload, field] of [[{ note: text }, 'note'], [{ tags: [text] }, 'tags.0'], [{ assignee: text }, 'assignee']] as const) {
      const answer = await patch(payload);
      expect([answer.statusCode, Object.keys(answer.json().error.fields)]).toEqual([400, [field]]);
    }
  });

  it('lets no viewer write', async () => {
    const ask = await desk.signIn(await desk.addStaff('viewer'));
    expect((await ask({ method: 'PATCH', url: `/api/orders/${id}`, payload: { note: 'x' } })).json().error.code).toBe('FORBIDDEN');
  });
});

describe('POST /api/orders/:id/refresh', () => {
  it('puts a wish into the inbox, wakes the lane, and writes down who wished', async () => {
    const staff = await desk.addStaff('order_desk');
    const ask = await desk.signIn(staff);
    const answer = await ask({ method: 'POST', url: `/api/orders/${id}/refresh`, payload: {} });
    expect(answer.statusCode).toBe(202);
    const event = await desk.database.inboundEvent.findUniqueOrThrow({ where: { id: BigInt(answer.json().eventId) } });
    expect(event).toMatchObject({ channel: 'shopee', storeId, origin: 'staff', urgent: true, kind: 'order', key: `261124TEST${made}`, status: 'received' });
    const [events] = desk.queues.forBoard;
    const drains = await events?.getJobs(['waiting']);
    expect(drains?.map(({ name, data }) => [name, data])).toEqual([['drain', { v: 1, payload: { storeId: String(storeId) } }]]);
    expect(await audits()).toMatchObject([{ actor: `staff:${staff.id}`, action: 'order.refresh' }]);
  });

  it('says so where the order comes from no marketplace', async () => {
    const own = await addStore(desk.database, { channel: 'crm', externalId: `own-${made}` });
    const order = await addOrder(desk.database, { storeId: own, code: `CRM-${made}`, channel: 'crm' });
    const answer = await desk.asMachine({ method: 'POST', url: `/api/orders/${order}/refresh`, payload: {} });
    expect(answer.statusCode).toBe(409);
    expect(answer.json().error.code).toBe('ORDER_HAS_NO_SOURCE');
  });
});
