import type { Rng } from './rng.ts';

export type Recipient = {
  name: string;
  phone: string;
  town: string;
  district: string;
  city: string;
  state: string;
  region: 'VN';
  zipcode: string;
  full_address: string;
};
export type Buyer = { id: number; username: string };

const provinces = [
  'TP. Hồ Chí Minh', 'Hà Nội', 'Đà Nẵng', 'Cần Thơ', 'Hải Phòng', 'Thừa Thiên Huế', 'Khánh Hòa', 'Lâm Đồng', 'Nghệ An', 'Quảng Ninh',
] as const;
const districts = ['Quận Thử Nghiệm', 'Huyện Giả Định', 'Thành phố Mẫu Thử', 'Thị xã Không Có Thật'] as const;
const wards = ['Phường Giả Định', 'Xã Thử Nghiệm', 'Thị trấn Mẫu'] as const;
const streets = ['Đường Thử', 'Hẻm Giả Định', 'Ngõ Mẫu', 'Ấp Không Có Thật', 'Đường Thử Nghiệm Số'] as const;
const titles = ['Người Nhận Thử', 'Chị Mẫu Thử', 'Anh Giả Định', 'Cô Thử Nghiệm', 'Bạn Không Có Thật'] as const;
const LONG = 'Công ty TNHH Một Thành Viên Thương Mại Dịch Vụ Thử Nghiệm Giả Định Và Không Có Thật Chi Nhánh Số';

/** People and addresses look Vietnamese and are plainly invented; emoji, long names and NFD text come in as in real life. */
export function inventRecipient(rng: Rng): Recipient {
  const state = rng.pick(provinces);
  const city = `${rng.pick(districts)} ${String(rng.int(1, 24))}`;
  const district = `${rng.pick(wards)} ${String(rng.int(1, 30))}`;
  const street = `${String(rng.int(1, 480))} ${rng.pick(streets)} ${String(rng.int(1, 90))}`;
  const address = {
    name: inventName(rng),
    phone: `849000${String(rng.int(1, 99_999)).padStart(5, '0')}`,
    town: '',
    district,
    city,
    state,
    region: 'VN',
    zipcode: '',
    full_address: `${street}, ${district}, ${city}, ${state}`,
  } as const;
  return rng.chance(0.08) ? { ...address, name: address.name.normalize('NFD'), full_address: address.full_address.normalize('NFD') } : address;
}

function inventName(rng: Rng): string {
  const number = String(rng.int(1, 9_999));
  const kind = rng.next();
  if (kind < 0.06) return `${rng.pick(titles)} 🌸 ${number}`;
  if (kind < 0.08) return `👨‍👩‍👧 Gia Đình Thử ${number} 🇻🇳`;
  if (kind < 0.12) return `${LONG} ${number}`;
  return `${rng.pick(titles)} ${number}`;
}

export function inventBuyer(rng: Rng): Buyer {
  const number = rng.int(1, 60_000);
  return { id: 910_000_000 + number, username: `nguoimua.thu${String(number)}` };
}
