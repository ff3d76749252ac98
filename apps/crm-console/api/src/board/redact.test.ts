import { describe, expect, it } from 'vitest';
import { redactJob } from './redact.ts';

describe('a job in Bull Board', () => {
  it('shows that there is a buyer, never the sealed text; codes and lines stay', () => {
    const data = { v: 1, payload: { orders: [{ code: 'A1', buyer: 'v1.abc.def', facts: { buyerMessage: 'gọi 0900000001', buyerId: '77', lines: [{ name: 'Ấm trà', productCode: 'AM' }] } }] } };
    expect(redactJob(data)).toEqual({
      v: 1, payload: { orders: [{ code: 'A1', buyer: '[sealed]', facts: { buyerMessage: '[redacted]', buyerId: '[redacted]', lines: [{ name: 'Ấm trà', productCode: 'AM' }] } }] },
    });
  });

  it('hides tokens however they are spelt, and keeps what is absent absent', () => {
    expect(redactJob({ access_token: 'x', refreshToken: 'y', client_secret: 'z', buyer: null, Authorization: 'Bearer q' })).toEqual({
      access_token: '[redacted]', refreshToken: '[redacted]', client_secret: '[redacted]', buyer: null, Authorization: '[redacted]',
    });
  });

  it.each([undefined, null, 3, 'text', true])('leaves %j as it is', (value) => {
    expect(redactJob(value)).toBe(value);
  });
});
