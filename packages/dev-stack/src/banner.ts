import { shops } from './seed-sandbox-shops.ts';
import type { Stack } from './stack.ts';

type About = Pick<Stack, 'urls' | 'settings' | 'dataFolder' | 'moved'>;

/** What a person reads when everything is up: where to go, how to sign in, what to look at first. */
export function banner({ urls, settings, dataFolder, moved }: About): string {
  const web = settings.PUBLIC_CONSOLE_URL ?? '';
  const isSandbox = urls.http['sandbox'] !== undefined;
  return [
    '',
    '  Đồng Bộ đang chạy.  ·  Dongbo is running.',
    '',
    `  Bảng điều khiển · Console   ${web}`,
    `  Đăng nhập · Sign in         ${settings.CONSOLE_ADMIN_EMAIL}   ${settings.CONSOLE_ADMIN_PASSWORD}`,
    `  Hàng đợi · Queues           ${web}/queues`,
    `  Webhook                     ${settings.PUBLIC_WEBHOOK_URL}/webhooks/shopee`,
    ...(isSandbox ? [`  Sàn giả lập · Sandbox       ${urls.http['sandbox']}`] : []),
    ...moved.map(({ name, from, to }) => `  Cổng ${from} đã có chương trình khác dùng, nên ${name} dùng ${to}.  ·  Port ${from} is taken: ${name} is on ${to}.`),
    '',
    ...(isSandbox ? sandboxLines : marketplaceLines),
    '',
    `  Nhật ký · Logs   ${dataFolder}/logs`,
    `  PostgreSQL       ${urls.database}`,
    `  Redis            ${urls.redis}`,
    '',
    '  Ctrl-C dừng tất cả.  ·  Ctrl-C stops everything.',
    '',
  ].join('\n');
}

const sandboxLines = [
  `  Chưa có khóa của sàn: sàn giả lập đóng vai Shopee với ${shops.length} gian hàng. Mở Đơn hàng, đơn mới hiện ra từng phút.`,
  `  No marketplace keys: the sandbox plays Shopee with ${shops.length} shops. Open Orders and watch new ones come in.`,
];

const marketplaceLines = [
  '  Thêm gian hàng Shopee bằng pnpm store:add (xem README) với DATABASE_URL và SECRETS_KEY của máy này; đơn mới tự vào.',
  '  Add your Shopee shop with pnpm store:add (see README) and this machine’s DATABASE_URL and SECRETS_KEY; new orders come in by themselves.',
];
