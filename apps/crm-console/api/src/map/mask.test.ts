import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskCustomer, maskName, maskPhone, maskText } from './mask.ts';

describe('masking', () => {
  it.each([['Trần Thị Mẫu Đơn', 'T*** T** M** Đ**'], ['Ý', 'Ý'], ['  Hoàng   Dụ ', 'H**** D*'], ['****', '****'], ['', '']])('shows the name %j as %j', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it.each([['0900000001', '******0001'], ['+84900000001', '********0001'], ['1234', '****'], ['******01', '******01'], ['', '']])('shows the phone %j as %j', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  it('shows where a parcel goes down to the ward, and not the house', () => {
    const address = { line: '12/3 Đường Thử', ward: 'Phường 1', district: null, province: 'Hà Nội', country: 'VN', full: '12/3 Đường Thử, Phường 1, Hà Nội' };
    expect(maskCustomer({ name: null, phone: null, address, masked: false })).toEqual({
      name: null, phone: null, masked: true, address: { ...address, line: '1*** Đ**** T**', full: '1*** Đ**** T**, Phường 1, Hà Nội' },
    });
    const whole = { ...address, line: null, full: 'Nhà chị Hoa, ngõ sau chợ' };
    expect(maskCustomer({ name: null, phone: null, address: whole, masked: false }).address?.full).toBe('N** c** H*** n** s** c**');
  });

  it.each([
    ['Gọi em 0900000001 nhé', 'Gọi em ******0001 nhé'],
    ['+84 900.000-001, hoặc 0900 000 002', '+** ***.**0-001, hoặc **** **0 002'],
    ['STK 00011122233344', 'STK **********3344'],
    ['12345678', '****5678'],
    ['Giao 24/11/2026 trước 18:30, 1234567', 'Giao 24/11/2026 trước 18:30, 1234567'],
    ['', ''],
  ])('masks long numbers in the message %j as %j', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });

  it('shows of a phone number its last four digits at most', () => {
    fc.assert(fc.property(fc.stringMatching(/^\d{5,15}$/), (phone) => {
      expect(maskPhone(phone)).toBe('*'.repeat(phone.length - 4) + phone.slice(-4));
    }));
  });
});
