import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ToolResult } from './tally.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const toolFolder = path.join(root, 'node_modules/.bin');

/** Runs a tool of node_modules/.bin; what it says is shown as it comes, and kept. */
export function runTool(name: string, args: readonly string[]): Promise<ToolResult> {
  const child = spawn(path.join(toolFolder, name), args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PATH: [toolFolder, process.env['PATH']].join(path.delimiter),
      TURBO_TELEMETRY_DISABLED: '1',
      ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
    },
  });
  const signals = (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map((signal) => ({ signal, pass: () => void child.kill(signal) }));
  for (const { signal, pass } of signals) process.on(signal, pass);
  let output = '';
  for (const [stream, out] of [[child.stdout, process.stdout], [child.stderr, process.stderr]] as const)
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      out.write(chunk);
    });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const entry of signals) process.off(entry.signal, entry.pass);
      if (signal === 'SIGINT' || signal === 'SIGTERM') process.exit(130);
      resolve({ code: code ?? 1, output });
    });
  });
}
