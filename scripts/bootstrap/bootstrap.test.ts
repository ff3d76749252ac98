import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from './packages.mjs';
import { createSteps } from './steps.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

async function node(...args: string[]): Promise<{ code: number; stderr: string }> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  const exited = new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? -1)));
  return { stderr: await text(child.stderr), code: await exited };
}

const handOver = (program: string, after = ''): Promise<{ code: number }> =>
  node(
    '--input-type=module',
    '--eval',
    `import { handOver } from './scripts/bootstrap/hand-over.mjs';
     const ended = handOver(process.execPath, ['--eval', ${JSON.stringify(program)}], {});
     ${after}
     process.exit(await ended);`,
  );

describe('the set-up of a bare machine', () => {
  it('knows start and test, and says so of anything else', async () => {
    const { code, stderr } = await node('scripts/bootstrap.mjs', 'dance');
    expect(code).toBe(2);
    expect(stderr).toContain('start|test');
  });

  it('gives back the exit code of what it hands over to', async () => {
    expect(await handOver('process.exit(7)')).toMatchObject({ code: 7 });
  });

  it('passes a signal on, and tells how that ended', async () => {
    const { code } = await handOver('process.kill(process.ppid, "SIGTERM"); setInterval(() => {}, 1000)');
    expect(code).toBe(128 + 15);
  });

  it('prints a line a step with its seconds, and a cross where it failed', async () => {
    const written: string[] = [];
    const times = [0, 2_340, 5_000, 6_000];
    const step = createSteps({ write: (line: string) => written.push(line) }, () => times.shift() ?? 0);
    await step('packages', async () => undefined);
    await expect(step('Redis', () => Promise.reject(new Error('no network')))).rejects.toThrow('no network');
    expect(written).toEqual(['  ✓ packages  2.3 s\n', '  ✗ Redis  1.0 s\n']);
  });
});

describe('the fingerprint of an installation', () => {
  const copy = (): string => {
    const folder = mkdtempSync(path.join(tmpdir(), 'dongbo-fingerprint-'));
    for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml']) cpSync(path.join(root, file), path.join(folder, file));
    mkdirSync(path.join(folder, 'packages/crm/src'), { recursive: true });
    writeFileSync(path.join(folder, 'packages/crm/package.json'), '{}');
    return folder;
  };

  it.each([
    ['pnpm-lock.yaml', true],
    ['packages/crm/package.json', true],
    ['packages/crm/src/orders.ts', false],
    ['README.md', false],
  ])('where %s is edited: changes %s', (file, changes) => {
    const folder = copy();
    const before = fingerprintOf(folder);
    writeFileSync(path.join(folder, file), '{ "edited": true }');
    expect(fingerprintOf(folder) !== before).toBe(changes);
    rmSync(folder, { recursive: true });
  });
});
