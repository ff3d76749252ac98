import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCrmDatabase, type CrmDatabase } from '../testing/crm-database.ts';
import { waitUntilSettled } from './settle.ts';

describe('waitUntilSettled', () => {
  let crm: CrmDatabase;
  beforeAll(async () => {
    crm = await createCrmDatabase();
  });
  afterAll(() => crm.drop());
  beforeEach(() => crm.client.query('TRUNCATE webhook.inbound_event'));

  it('returns at once where nothing is open', async () => {
    await crm.addInboxRow({ key: 'A', status: 'done', endedAt: '2026-07-14T10:00:00Z' });
    await crm.addInboxRow({ key: 'A', status: 'failed', endedAt: '2026-07-14T10:00:00Z' });
    expect(await waitUntilSettled({ databaseUrl: crm.url, deadlineMs: 0 })).toMatchObject({ settled: true });
  });

  it('returns when the last open row has ended', async () => {
    const id = await crm.addInboxRow({ key: 'A', status: 'received' });
    const settled = waitUntilSettled({ databaseUrl: crm.url, deadlineMs: 20_000 });
    await crm.client.query(`UPDATE webhook.inbound_event SET status = 'done' WHERE id = $1`, [id]);
    expect(await settled).toMatchObject({ settled: true });
  });

  it('does not wait for what came before', async () => {
    await crm.addInboxRow({ key: 'A', status: 'received' });
    const { rows } = await crm.client.query<{ now: Date }>(`SELECT clock_timestamp() + interval '1 ms' AS now`);
    const since = rows[0]?.now.toISOString() ?? '';
    expect(await waitUntilSettled({ databaseUrl: crm.url, deadlineMs: 0, since })).toMatchObject({ settled: true });
  });

  it('says what is open still where the time is over', async () => {
    const id = await crm.addInboxRow({ key: 'A', status: 'received', reason: 'not yet' });
    for (let row = 0; row < 30; row += 1) await crm.addInboxRow({ key: `B${row}`, status: 'received' });
    const settled = await waitUntilSettled({ databaseUrl: crm.url, deadlineMs: 0 });
    expect(settled).toMatchObject({ settled: false, open: 31, rows: expect.objectContaining({ length: 20 }) });
    expect(settled).toHaveProperty('rows.0', { id, channel: 'shopee', storeId: crm.storeId, key: 'A', attempts: 0, staleReads: 0, reason: 'not yet' });
  });
});
