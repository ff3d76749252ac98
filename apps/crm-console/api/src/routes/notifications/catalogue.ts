import { z } from 'zod';
import { reasonIn } from './reasons.ts';
import type { Language } from './schema.ts';

type Words = { title: string; text: string; remedy: string };
type Facts = { params: Record<string, string>; channel: string; store: string; count: number };
type Entry = Record<Language, (facts: Facts) => Words>;

const some = (value: string | undefined): string => value ?? '?';

/** The words of each kind of notification: what happened, what it means, what to do. A new kind is a new entry here. */
const catalogue: Partial<Record<string, Entry>> = {
  unknown_status: {
    vi: ({ params, channel }) => ({
      title: `${channel} gửi một trạng thái chưa có trong bảng: ${some(params['word'])}`,
      text: 'Đơn đã lưu nguyên trạng và giữ tình trạng giao hàng như trước.',
      remedy: 'Gửi kỹ thuật từ này để thêm vào bảng trạng thái; đơn tự cập nhật khi sàn đổi trạng thái, hoặc bấm Làm mới.',
    }),
    en: ({ params, channel }) => ({
      title: `${channel} sent a status that the table does not have: ${some(params['word'])}`,
      text: 'The orders are kept as they came, with the fulfilment they had before.',
      remedy: 'Send support this word, to be added to the status table; an order updates itself when the marketplace changes its status, or refresh it.',
    }),
  },
  order_unavailable: {
    vi: ({ params, channel, count }) => ({
      title: count === 1 ? `${channel} không cho xem đơn ${some(params['code'])}` : `${channel} không cho xem ${count} đơn, mới nhất ${some(params['code'])}`,
      text: `Nguyên nhân: ${reasonIn('vi', some(params['reason']))}. Đơn nào đã có trong CRM thì giữ như lần đọc trước.`,
      remedy: 'Tìm mã đơn trên trang của sàn. Nếu đơn có ở đó, bấm Làm mới ở đơn.',
    }),
    en: ({ params, channel, count }) => ({
      title: count === 1 ? `${channel} does not show order ${some(params['code'])}` : `${channel} does not show ${count} orders, last ${some(params['code'])}`,
      text: `Cause: ${reasonIn('en', some(params['reason']))}. What the CRM has of them stays as it was read before.`,
      remedy: 'Look for the code at the marketplace. If the order is there, refresh it.',
    }),
  },
  event_failed: {
    vi: ({ params, store, count }) => ({
      title: `${count} thay đổi của ${store} chưa lấy về được`,
      text: `Nguyên nhân: ${reasonIn('vi', some(params['reason']))}. Không thay đổi nào bị mất: chúng được giữ lại để thử lại.`,
      remedy: 'Chủ hoặc quản lý mở Hàng đợi, chọn order.refetch trong mục Failed và bấm Retry. Nếu vẫn lỗi, sao chép nguyên nhân và mã đơn, gửi kỹ thuật.',
    }),
    en: ({ params, store, count }) => ({
      title: `${count} ${count === 1 ? 'change' : 'changes'} of ${store} could not be fetched`,
      text: `Cause: ${reasonIn('en', some(params['reason']))}. Nothing is lost: they are kept, to be tried again.`,
      remedy: 'An owner or manager opens Queues, chooses order.refetch under Failed, and presses Retry. If it fails again, copy the cause and the order’s code for support.',
    }),
  },
  store_refused: {
    vi: ({ params, store, channel }) => ({
      title: `${channel} không cho ${store} lấy đơn`,
      text: `Nguyên nhân: ${reasonIn('vi', some(params['reason']))}. Đơn mới vẫn được nhận và giữ lại, không mất.`,
      remedy: 'Người quản trị kiểm tra quyền của ứng dụng, địa chỉ máy chủ được phép gọi và hạn ủy quyền trên trang của sàn; thông báo tự lành khi sàn trả lời lại.',
    }),
    en: ({ params, store, channel }) => ({
      title: `${channel} lets ${store} read no orders`,
      text: `Cause: ${reasonIn('en', some(params['reason']))}. New orders are still taken in and kept.`,
      remedy: 'An administrator checks the app’s permissions, the addresses that may call, and the authorisation at the marketplace; this resolves itself when it answers again.',
    }),
  },
};

export const knownKinds: readonly string[] = Object.keys(catalogue);

/** A kind that has no words is shown by its name, never hidden. */
export function wordsOf(kind: string, language: Language, facts: Facts): Words {
  return catalogue[kind]?.[language](facts) ?? { title: kind, text: '', remedy: '' };
}

const ParamsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String)).catch({});
export const paramsOf = (stored: unknown): Record<string, string> => ParamsSchema.parse(stored);

/** `lang` goes before Accept-Language; the first language of the header that we speak; else Vietnamese. */
export function chooseLanguage(lang: Language | undefined, acceptLanguage: string | undefined): Language {
  if (lang) return lang;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => /^\s*([a-z]{2})\b[^;]*(?:;\s*q=([\d.]+))?/i.exec(part))
    .flatMap((match) => (match?.[1] ? [{ tag: match[1].toLowerCase(), weight: Number(match[2] ?? 1) }] : []))
    .sort((a, b) => b.weight - a.weight);
  return wanted.some(({ tag }) => tag === 'en') && wanted.find(({ tag }) => tag === 'en' || tag === 'vi')?.tag === 'en' ? 'en' : 'vi';
}
