import { marketplaceEvents } from 'shared/contracts/marketplace-events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestConsole, type TestConsole } from '../testing/console.ts';

const SECRET = 'sealed-personal-data-of-a-buyer';

let desk: TestConsole;
beforeAll(async () => {
  desk = await createTestConsole();
  const writes = desk.queues.forBoard.find(({ name }) => name === 'crm-writes');
  await writes?.add('orders.snapshot', { v: 1, payload: { orders: [{ code: '261124TESTK7Q2', buyer: SECRET, facts: { buyerMessage: SECRET } }] } }, { jobId: 'job-1' });
});
afterAll(() => desk.close());

const jobsUrl = '/queues/api/queues?activeQueue=crm-writes&status=waiting&page=1&jobsPerPage=10';

describe('Bull Board', () => {
  it.each(['/queues', '/queues/queue/crm-writes', '/queues/api/queues', '/queues/static/favicon.ico'])('%s is for signed-in staff', async (url) => {
    expect((await desk.app.inject({ url })).json().error.code).toBe('UNAUTHENTICATED');
    const page = await desk.app.inject({ url, headers: { accept: 'text/html' } });
    expect([page.statusCode, page.headers['location']]).toEqual([302, '/sign-in?next=%2Fqueues']);
    const ask = await desk.signIn(await desk.addStaff('viewer'));
    expect((await ask({ url })).statusCode).toBe(200);
    expect((await desk.asMachine({ url })).statusCode).toBe(200);
  });

  it('lists every queue, and shows a job without personal data', async () => {
    const answer = await desk.asMachine({ url: jobsUrl });
    expect(answer.json().queues.map(({ name }: { name: string }) => name)).toEqual([marketplaceEvents.shopee.name, 'crm-writes']);
    expect(answer.body).toContain('261124TESTK7Q2');
    expect(answer.body).toContain('[sealed]');
    expect(answer.body).not.toContain(SECRET);
    const job = await desk.asMachine({ url: '/queues/api/queues/crm-writes/job-1' });
    expect(job.statusCode).toBe(200);
    expect(job.body).not.toContain(SECRET);
  });

  it('lets managers promote and retry, nobody else', async () => {
    const act = { method: 'PUT', url: '/queues/api/queues/crm-writes/pause' } as const;
    const [desker, manager] = await Promise.all([desk.addStaff('order_desk'), desk.addStaff('manager')]);
    expect((await (await desk.signIn(desker))(act)).json().error.code).toBe('FORBIDDEN');
    const ask = await desk.signIn(manager);
    expect((await ask(act)).statusCode).toBe(200);
    expect((await ask({ ...act, url: '/queues/api/queues/crm-writes/resume' })).statusCode).toBe(200);
    expect((await ask({ ...act, headers: { 'sec-fetch-site': 'cross-site' } })).statusCode).toBe(403);
  });

  it.each([
    ['POST', '/queues/api/queues/crm-writes/add'],
    ['PATCH', '/queues/api/queues/crm-writes/job-1/update-data'],
    ['PUT', '/queues/api/queues/crm-writes/empty'],
    ['PUT', '/queues/api/queues/crm-writes/obliterate'],
  ] as const)('lets nobody %s %s: what it shows is redacted, and would be saved so', async (method, url) => {
    expect((await desk.asMachine({ method, url, payload: { name: 'x', data: {} } })).json().error.code).toBe('FORBIDDEN');
  });
});
