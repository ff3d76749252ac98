import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestConsole, type TestConsole } from '../testing/console.ts';

let folder: string;
let desk: TestConsole;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'console-web-'));
  const root = path.join(folder, 'dist');
  await mkdir(path.join(root, 'assets'), { recursive: true });
  await writeFile(path.join(root, 'index.html'), '<!doctype html><title>Dongbo</title>');
  await writeFile(path.join(root, 'favicon.svg'), '<svg/>');
  await writeFile(path.join(root, 'assets', 'index-a1b2c3.js'), 'export {}');
  await writeFile(path.join(root, '.env'), 'SECRET');
  await writeFile(path.join(folder, 'secret.txt'), 'SECRET');
  desk = await createTestConsole({ webRoot: root });
});
afterAll(async () => {
  await desk.close();
  await rm(folder, { recursive: true });
});

const open = (url: string) => desk.app.inject({ url, headers: { accept: 'text/html' } });

describe('the web app', () => {
  it.each(['/', '/orders', '/orders/17?trace=abc', '/sign-in?next=/queues'])('answers %s with its page, asked for anew each time', async (url) => {
    const answer = await open(url);
    expect([answer.statusCode, answer.body]).toEqual([200, '<!doctype html><title>Dongbo</title>']);
    expect(answer.headers['cache-control']).toBe('no-cache');
    expect(answer.headers['content-security-policy']).toContain("default-src 'self'");
  });

  it('lets a browser keep files with a hash in their name for ever, others not', async () => {
    const script = await open('/assets/index-a1b2c3.js');
    expect([script.statusCode, script.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(script.headers['content-type']).toContain('javascript');
    expect((await open('/favicon.svg')).headers['cache-control']).toBe('no-cache');
  });

  it.each(['/assets/index-old.js', '/api/nothing', '/api', '/queues-not/../api/x'])('answers %s with 404, never with its page', async (url) => {
    const answer = await open(url);
    expect(answer.statusCode).toBe(404);
    expect(answer.json().error).toMatchObject({ code: 'NOT_FOUND', requestId: expect.any(String) });
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/.env', '/assets/..%2f.env', '/%00', '/%ff'])('gives away no file by %s', async (url) => {
    expect((await open(url)).body).not.toContain('SECRET');
  });

  it('answers another method with 404 in the house’s shape', async () => {
    expect((await desk.app.inject({ method: 'POST', url: '/orders', payload: {} })).json().error.code).toBe('NOT_FOUND');
  });

  it('says what to do where it is not built', async () => {
    const bare = await createTestConsole();
    try {
      const answer = await bare.app.inject({ url: '/' });
      expect(answer.statusCode).toBe(503);
      expect(answer.body).toContain('pnpm --filter crm-console build');
    } finally {
      await bare.close();
    }
  });
});
