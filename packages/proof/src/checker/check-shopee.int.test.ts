import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCrmOrder, anEntryJson } from '../testing/an-order.ts';
import { createCrmDatabase, type CrmDatabase } from '../testing/crm-database.ts';
import { type FakeSandbox, startFakeSandbox } from '../testing/fake-sandbox.ts';
import { checkShopee } from './check-shopee.ts';

const codes = ['260714TESTA001', '260714TESTA002', '260714TESTA003'] as const;
const [first, second, third] = codes;
const entryOf = (code: string): string => (code === first ? anEntryJson() : anEntryJson([first, code]));

describe('checkShopee', () => {
  let crm: CrmDatabase;
  let sandbox: FakeSandbox;
  beforeAll(async () => {
    crm = await createCrmDatabase();
    sandbox = await startFakeSandbox({ entries: codes.map(entryOf) });
  });
  afterAll(async () => {
    await sandbox.close();
    await crm.drop();
  });
  beforeEach(async () => {
    await crm.client.query('TRUNCATE crm.order, webhook.inbound_event CASCADE');
    for (const orderSn of codes) await crm.addOrder(aCrmOrder({ orderSn }));
  });

  const check = (over: { fromCursor?: number; since?: string } = {}) => checkShopee({ sandboxUrl: sandbox.url, databaseUrl: crm.url, ...over });
  const fieldsOf = async (over = {}) => (await check(over)).differences.map(({ orderSn, field, actual }) => [orderSn, field, actual]);

  it('finds nothing where every order, page after page, stands in the CRM as in the ledger', async () => {
    expect(await check()).toEqual({ orders: 3, ordersInCrm: 3, differences: [] });
  });

  it('names the shop and the order of a difference', async () => {
    await crm.client.query(`UPDATE crm.order SET total_amount = 0.01 WHERE code = $1`, [third]);
    const { differences } = await check();
    expect(differences).toEqual([{ shopId: '620000001', orderSn: third, field: 'totalAmount', expected: '340500', actual: '0.01' }]);
  });

  it('finds orders that the CRM has not, and does not count a stub', async () => {
    await crm.client.query(`DELETE FROM crm.order WHERE code = $1`, [first]);
    await crm.client.query(`UPDATE crm.order SET stub = true WHERE code = $1`, [second]);
    expect(await check()).toMatchObject({ orders: 3, ordersInCrm: 1, differences: [{ orderSn: first, actual: null }, { orderSn: second, actual: 'a stub' }] });
  });

  it('leaves lines and packages out that have vanished', async () => {
    await crm.client.query(`INSERT INTO crm.order_line (order_id, key, position, item_id, name, quantity, vanished) SELECT id, 'old', -1, '1', 'x', 1, true FROM crm.order`);
    await crm.client.query(`INSERT INTO crm.order_package (order_id, number, position, vanished) SELECT id, 'old', -1, true FROM crm.order`);
    expect(await fieldsOf()).toEqual([]);
    await crm.client.query('UPDATE crm.order_line SET vanished = false');
    expect(await fieldsOf()).toHaveLength(3);
  });

  describe('of orders that the sandbox does not know', () => {
    it('finds them', async () => {
      await crm.addOrder(aCrmOrder({ orderSn: 'STRANGER' }));
      expect(await fieldsOf()).toEqual([['STRANGER', 'order', 'in the CRM']]);
    });

    it('finds one that belongs to another shop', async () => {
      await crm.client.query(`INSERT INTO channel.store (channel, external_id, name, status) VALUES ('shopee', '620000002', 'x', 'active') ON CONFLICT DO NOTHING`);
      await crm.client.query(`INSERT INTO crm.order (store_id, channel, code) SELECT id, channel, $1 FROM channel.store WHERE external_id = '620000002'`, [first]);
      expect(await fieldsOf()).toEqual([[first, 'order', 'in the CRM']]);
    });

    it('leaves out what was there before, and what stands in the ledger before the part that is checked', async () => {
      await crm.addOrder(aCrmOrder({ orderSn: 'STRANGER' }));
      const { rows } = await crm.client.query<{ now: Date }>('SELECT clock_timestamp() AS now');
      expect(await check({ since: rows[0]?.now.toISOString() ?? '' })).toMatchObject({ orders: 3, differences: [] });
      expect(await check({ fromCursor: 2 })).toMatchObject({ orders: 1, ordersInCrm: 1, differences: [{ orderSn: 'STRANGER' }] });
    });
  });

  describe('of the inbox', () => {
    it.each([
      ['received', { reason: 'the order’s detail cannot be read' }, 'received, the order’s detail cannot be read'],
      ['failed', { endedAt: '2026-07-14T10:00:00Z' }, 'failed'],
      ['stale', { endedAt: '2026-07-14T10:00:00Z' }, 'stale'],
      ['parked', {}, 'parked'],
    ])('finds a row that is left %s', async (status, over, words) => {
      const id = await crm.addInboxRow({ key: first, status, ...over });
      expect(await fieldsOf()).toEqual([[first, `inbox row ${id}`, words]]);
    });

    it.each(['failed', 'stale'])('leaves out one that is %s where a later read took its place', async (status) => {
      await crm.addInboxRow({ key: first, status, endedAt: '2026-07-14T10:00:00Z' });
      await crm.addInboxRow({ key: first, status: 'done', endedAt: '2026-07-14T09:59:59Z' });
      await crm.addInboxRow({ key: second, status: 'done', endedAt: '2026-07-14T10:00:01Z' });
      await crm.addInboxRow({ key: first, status: 'done', endedAt: '2026-07-14T10:00:01Z', reason: 'the order is not found' });
      expect(await fieldsOf()).toHaveLength(1);
      await crm.addInboxRow({ key: first, status: 'done', endedAt: '2026-07-14T10:00:01Z' });
      expect(await fieldsOf()).toEqual([]);
    });

    it('leaves out what is over, and what waits for a store that nobody added', async () => {
      for (const status of ['done', 'ignored']) await crm.addInboxRow({ key: first, status, endedAt: '2026-07-14T10:00:00Z' });
      await crm.addInboxRow({ key: 'ELSEWHERE', status: 'parked', externalStoreId: '999' });
      expect(await fieldsOf()).toEqual([]);
    });
  });
});
