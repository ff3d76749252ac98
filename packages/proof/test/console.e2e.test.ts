import { AxeBuilder } from '@axe-core/playwright';
import { seedSandboxShops } from 'dev-stack/seed-sandbox-shops';
import { createStack, type Stack } from 'dev-stack/stack';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Guarded, openPage, signIn, startBrowser } from './browser.ts';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
/** The list looks for changes every 15 s; a busy machine may need a little more. */
const SEEN_WITHIN = { timeout: 40_000 };

const OrdersSchema = z.object({ orders: z.array(z.object({ orderSn: z.string(), shopId: z.coerce.string() })) });

let stack: Stack;
let browser: Browser;
let guarded: Guarded;
let page: Page;
let shopId: number;

beforeAll(async () => {
  stack = await createStack({});
  await stack.start();
  await seedSandboxShops(stack);
  browser = await startBrowser();
  shopId = z.object({ shops: z.array(z.object({ shopId: z.number() })).min(1) }).parse(await control('GET', '/shops')).shops[0]?.shopId ?? 0;
});
afterAll(async () => {
  await browser.close();
  await stack.close();
});
beforeEach(async () => {
  guarded = await openPage(browser, DESK);
  page = guarded.page;
});
afterEach(async () => {
  expect(guarded.faults).toEqual([]);
  await page.context().close();
});

const consoleUrl = (path: string): string => `${stack.urls.http['crm-console'] ?? ''}${path}`;
const owner = () => ({ email: stack.settings['CONSOLE_ADMIN_EMAIL'] ?? '', password: stack.settings['CONSOLE_ADMIN_PASSWORD'] ?? '' });

async function control(method: string, path: string, body?: object): Promise<unknown> {
  const json = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const answer = await fetch(`${stack.urls.http['sandbox'] ?? ''}/_sandbox${path}`, { method, ...json });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return answer.json();
}

async function order(over: object = {}): Promise<string> {
  const { orders } = OrdersSchema.parse(await control('POST', '/orders', { shopId, status: 'READY_TO_SHIP', ...over }));
  return orders[0]?.orderSn ?? '';
}
const move = (orderSn: string, status: string) => control('POST', `/orders/${orderSn}/move`, { status });

async function openSignedIn(path: string): Promise<void> {
  await page.goto(consoleUrl(path));
  await signIn(page, owner());
  await page.getByRole('navigation', { name: 'Danh mục chính' }).waitFor();
}
const row = (code: string) => page.getByRole('row').filter({ hasText: code });
const noSeriousFindings = async (): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
};

describe('the console in a browser', () => {
  it('lets nobody in with a wrong password, and says so', async () => {
    await page.goto(consoleUrl('/orders'));
    await signIn(page, { ...owner(), password: 'not the password' });
    await page.getByRole('alert').getByText('chưa đúng').waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });

  it('shows a push as a row of the list, and moves the row with the order, without a reload', async () => {
    const first = await order();
    await openSignedIn('/orders');
    await row(first).getByText('Chưa giao hàng').waitFor(SEEN_WITHIN);
    const second = await order();
    await page.getByRole('button', { name: /Hiện \d+ đơn mới/ }).click(SEEN_WITHIN);
    await row(second).getByText('Sẵn sàng giao').waitFor();
    await move(second, 'PROCESSED');
    await row(second).getByText('Chờ giao hàng').waitFor(SEEN_WITHIN);
    await row(second).getByText('Chờ lấy hàng').waitFor();
    await noSeriousFindings();
  });

  it('finds an order by the beginning of its code, and shows everything of the field table', async () => {
    const items = [{ name: 'Ấm trà gốm men rạn (thử)', modelId: 7, modelSku: 'AM-GOM-650', quantity: 3, originalPrice: 159000, discountedPrice: 129000 }];
    const code = await order({ items, shippingFee: 16500 });
    await openSignedIn('/orders');
    await page.getByRole('textbox', { name: 'Tìm mã đơn' }).fill(code.slice(0, 12));
    await page.keyboard.press('Enter');
    await row(code).getByRole('link').click(SEEN_WITHIN);
    const lines = page.getByRole('region', { name: 'Hàng trong đơn' });
    for (const text of ['ProductID', 'QuotedPrice', 'Quantity', 'SalePriceVAT', 'AM-GOM-650', '159.000 ₫', '129.000 ₫', '387.000 ₫', 'Ấm trà gốm men rạn (thử)'])
      await lines.getByText(text, { exact: false }).first().waitFor();
    await page.getByRole('region', { name: 'Gói hàng' }).waitFor();
    await page.getByRole('region', { name: 'Lịch sử' }).getByText('Khách đặt đơn trên Shopee').waitFor();
    await page.getByRole('region', { name: 'Tiền' }).getByText('16.500 ₫').waitFor();
    await noSeriousFindings();
  });

  it('keeps its filters in the address, so that a view can be sent to a colleague', async () => {
    const code = await order();
    await openSignedIn('/orders');
    await row(code).waitFor(SEEN_WITHIN);
    await page.getByRole('tab', { name: /Đang trả hàng/ }).click();
    await page.getByText(/Không có đơn nào khớp/).waitFor();
    expect(new URL(page.url()).search).toContain('RETURNING');
    await page.reload();
    await page.getByText(/Không có đơn nào khớp/).waitFor();
    await page.goto(consoleUrl('/orders?paymentStatus=PAID,UNPAID&channel=shopee'));
    await row(code).waitFor();
  });

  it('opens Bull Board for those who are signed in, and shows no buyer there', async () => {
    await order({ recipient: { name: 'Người Không Ai Được Thấy' } });
    await page.goto(consoleUrl('/queues'));
    await signIn(page, owner());
    await page.getByRole('link', { name: /crm-writes/ }).first().click();
    await page.goto(consoleUrl('/queues/queue/crm-writes?status=completed'));
    await page.getByText('orders.snapshot').first().waitFor(SEEN_WITHIN);
    expect(await page.content()).not.toContain('Người Không Ai Được Thấy');
  });

  it('fits a phone: orders are cards, and nothing has to be scrolled sideways', async () => {
    const code = await order();
    await page.setViewportSize(PHONE);
    await openSignedIn('/orders');
    await row(code).waitFor(SEEN_WITHIN);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await noSeriousFindings();
    await row(code).getByRole('link').click();
    await page.getByRole('region', { name: 'Hàng trong đơn' }).waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
    await noSeriousFindings();
  });
});
