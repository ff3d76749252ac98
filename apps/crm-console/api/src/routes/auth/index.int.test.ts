import { silentLog } from 'shared/testing/log';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureOwner } from '../../auth/ensure-owner.ts';
import { ACCOUNT_TRIES } from '../../auth/try-limit.ts';
import { createTestConsole, type TestConsole } from '../../testing/console.ts';

let desk: TestConsole;
beforeAll(async () => {
  desk = await createTestConsole();
});
afterAll(() => desk.close());

const signIn = (email: string, password: string) => desk.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password } });

describe('sign-in', () => {
  it('opens a session whose cookie no script reads, and says who it is', async () => {
    const staff = await desk.addStaff('manager', 'Lan Mẫu');
    const answer = await signIn(staff.email.toUpperCase(), staff.password);
    expect(answer.statusCode).toBe(200);
    expect(answer.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    const ask = await desk.signIn(staff);
    expect((await ask({ url: '/api/me' })).json()).toEqual({ id: staff.id, name: 'Lan Mẫu', email: staff.email, role: 'manager' });
  });

  it('refuses a wrong password and an unknown e-mail alike', async () => {
    const staff = await desk.addStaff('viewer');
    const [wrong, unknown] = await Promise.all([signIn(staff.email, 'wrong-password'), signIn('nobody@example.vn', 'wrong-password')]);
    for (const answer of [wrong, unknown]) {
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toEqual({ error: { code: 'SIGN_IN_REFUSED', message: expect.any(String), requestId: answer.headers['x-request-id'] } });
      expect(answer.cookies).toEqual([]);
    }
  });

  it('locks an account after wrong tries, for the right password too, and no other account', async () => {
    const [locked, other] = [await desk.addStaff('viewer'), await desk.addStaff('viewer')];
    const tries = await Promise.all(Array.from({ length: ACCOUNT_TRIES }, () => signIn(locked.email, 'wrong-password')));
    expect(tries.map(({ statusCode }) => statusCode)).toEqual(tries.map(() => 401));
    const answer = await signIn(locked.email.toUpperCase(), locked.password);
    expect(answer.statusCode).toBe(429);
    expect(answer.json().error.code).toBe('TOO_MANY_TRIES');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect((await signIn(other.email, other.password)).statusCode).toBe(200);
  });

  it('names the fields that are missing', async () => {
    const answer = await desk.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email: 'a@example.vn' } });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().error).toMatchObject({ code: 'VALIDATION_FAILED', fields: { password: expect.any(String) } });
  });

  it('ends the session at sign-out', async () => {
    const ask = await desk.signIn(await desk.addStaff('viewer'));
    expect((await ask({ method: 'POST', url: '/api/auth/sign-out', payload: {}, headers: { origin: 'http://localhost:3700' } })).statusCode).toBe(200);
    expect((await ask({ url: '/api/me' })).statusCode).toBe(401);
  });

  it('changes one’s own password when the current one is right', async () => {
    const staff = await desk.addStaff('viewer');
    const ask = await desk.signIn(staff);
    const change = (currentPassword: string) =>
      ask({
        method: 'POST', url: '/api/auth/change-password', headers: { origin: 'http://localhost:3700' },
        payload: { currentPassword, newPassword: 'another-long-password' },
      });
    expect((await change('wrong-password')).json().error.code).toBe('SIGN_IN_REFUSED');
    expect((await change(staff.password)).statusCode).toBe(200);
    expect((await signIn(staff.email, 'another-long-password')).statusCode).toBe(200);
  });

  it.each(['/api/auth/sign-up/email', '/api/auth/forget-password', '/api/auth/update-user'])('has no door %s', async (url) => {
    const answer = await desk.app.inject({ method: 'POST', url, payload: { email: 'new@example.vn', password: 'long-enough-1', name: 'New' } });
    expect(answer.statusCode).toBe(404);
    expect(answer.json().error.code).toBe('NOT_FOUND');
  });

  it('asks for a secure cookie where the console is opened over https', async () => {
    const secure = await createTestConsole({ publicOrigin: 'https://crm.example.vn' });
    try {
      const staff = await secure.addStaff('owner');
      const answer = await secure.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email: staff.email, password: staff.password } });
      expect(answer.cookies[0]).toMatchObject({ secure: true });
      expect(answer.cookies[0]?.name).toMatch(/^__Secure-/);
      expect(answer.headers['strict-transport-security']).toContain('max-age');
      const ask = await secure.signIn(staff);
      expect((await ask({ url: '/api/me' })).statusCode).toBe(200);
    } finally {
      await secure.close();
    }
  });
});

describe('every other route', () => {
  it.each(['/api/me', '/api/orders', '/api/orders/counts', '/api/orders/1', '/api/stores', '/api/notifications', '/api/events', '/api/staff', '/api/openapi.json'])(
    '%s wants a session or the key',
    async (url) => {
      for (const headers of [{}, { authorization: 'Bearer wrong-key-0000000001' }, { authorization: 'Basic eDp5' }, { cookie: 'dongbo.session_token=forged.forged' }]) {
        const answer = await desk.app.inject({ url, headers });
        expect(answer.statusCode).toBe(401);
        expect(answer.json()).toEqual({ error: { code: 'UNAUTHENTICATED', message: 'Sign in first.', requestId: answer.headers['x-request-id'] } });
      }
      expect((await desk.asMachine({ url })).statusCode).not.toBe(401);
    },
  );

  it('is kept by no cache', async () => {
    expect((await desk.asMachine({ url: '/api/orders' })).headers['cache-control']).toBe('no-store');
  });

  it('takes no change that another site sends with the cookie', async () => {
    const ask = await desk.signIn(await desk.addStaff('owner'));
    const answer = await ask({ method: 'PATCH', url: '/api/orders/1', payload: { note: 'x' }, headers: { 'sec-fetch-site': 'cross-site' } });
    expect(answer.statusCode).toBe(403);
  });

  it('keeps the caller’s request id where it is harmless, and makes one where not', async () => {
    expect((await desk.app.inject({ url: '/api/me', headers: { 'x-request-id': 'trace-12345678' } })).headers['x-request-id']).toBe('trace-12345678');
    expect((await desk.app.inject({ url: '/api/me', headers: { 'x-request-id': '<script>' } })).headers['x-request-id']).toMatch(/^[\w-]{36}$/);
  });
});

describe('the first start', () => {
  it('makes one owner, however many replicas start at once, and none later', async () => {
    const fresh = await createTestConsole();
    try {
      const owner = { email: 'Owner@example.vn', password: 'the-first-password' };
      const outcomes = await Promise.all([1, 2, 3].map(() => ensureOwner(fresh.database, owner, silentLog)));
      expect(outcomes.sort()).toEqual(['made', 'not-needed', 'not-needed']);
      expect(await ensureOwner(fresh.database, { email: 'second@example.vn', password: 'x'.repeat(10) }, silentLog)).toBe('not-needed');
      const ask = await fresh.signIn({ email: 'owner@example.vn', password: owner.password });
      expect((await ask({ url: '/api/me' })).json()).toMatchObject({ email: 'owner@example.vn', role: 'owner' });
    } finally {
      await fresh.close();
    }
  });

  it('makes nobody where the environment names nobody', async () => {
    const fresh = await createTestConsole();
    try {
      expect(await ensureOwner(fresh.database, undefined, silentLog)).toBe('not-given');
      expect(await fresh.database.staff.count()).toBe(0);
    } finally {
      await fresh.close();
    }
  });
});
