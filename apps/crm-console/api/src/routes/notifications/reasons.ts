import { errorCodes } from 'shared/errors/error-codes';
import type { Language } from './schema.ts';

/** Reasons are kept in English, as the services wrote them; these are the ones that we know, for staff. */
const vietnamese: Partial<Record<string, string>> = {
  [errorCodes.MARKETPLACE_TOKEN_DEAD.message]: 'sàn yêu cầu ủy quyền lại gian hàng',
  [errorCodes.MARKETPLACE_TOKEN_EXPIRED.message]: 'mã truy cập của gian hàng đã hết hạn',
  [errorCodes.MARKETPLACE_FORBIDDEN.message]: 'sàn không cho phép gọi (kiểm tra quyền của ứng dụng và địa chỉ máy chủ)',
  [errorCodes.MARKETPLACE_RATE_LIMITED.message]: 'sàn yêu cầu gọi ít hơn',
  [errorCodes.MARKETPLACE_DAILY_LIMIT.message]: 'đã dùng hết lượt gọi trong ngày',
  [errorCodes.MARKETPLACE_UNAVAILABLE.message]: 'sàn không trả lời',
  [errorCodes.MARKETPLACE_REFUSED.message]: 'sàn từ chối',
  [errorCodes.MARKETPLACE_NOT_FOUND.message]: 'sàn không có mã này',
  [errorCodes.MARKETPLACE_MISCONFIGURED.message]: 'khóa, giờ máy hoặc địa chỉ của ta không đúng với sàn',
  [errorCodes.MARKETPLACE_ANSWER_INVALID.message]: 'sàn trả lời theo dạng chưa biết',
  [errorCodes.MARKETPLACE_UNKNOWN_ERROR.message]: 'sàn báo một lỗi chưa biết',
  'the marketplace still shows an older state': 'sàn vẫn trả về trạng thái cũ',
  'the order is not found': 'sàn không tìm thấy đơn',
  'taken again and again without an outcome: it may end the process that works on it': 'đã thử nhiều lần mà không có kết quả, có thể làm dừng tiến trình xử lý',
};

/** The reason in the reader's language; one that we do not know stays as it came. */
export function reasonIn(language: Language, reason: string): string {
  return ((language === 'vi' && vietnamese[reason]) || reason).replace(/\.$/, '');
}
