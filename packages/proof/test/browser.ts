import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumPath } from './env.ts';

/** Without these, Chromium asks hosts of its own at every start; --no-sandbox, since tests may run as root. */
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const startBrowser = (): Promise<Browser> => chromium.launch({ executablePath: chromiumPath(), args: ARGS });

/** A 401 is how the console learns that nobody is signed in; Bull Board asks for a font that our policy does not let it load. */
const expected = ['401', 'fonts.googleapis.com'];

export type Guarded = { page: Page; faults: string[] };

/** A page of its own session; what its console or its scripts complain of is collected. */
export async function openPage(browser: Browser, size: { width: number; height: number }): Promise<Guarded> {
  const context = await browser.newContext({ viewport: size, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected.some((text) => message.text().includes(text))) faults.push(message.text());
  });
  return { page, faults };
}

export async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByRole('textbox', { name: 'Email' }).fill(email);
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}
