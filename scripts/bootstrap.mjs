// `npm start` and `npm test` on a machine that has Node (>= 20) and npm, and nothing else:
// installs what is missing, then hands over. Plain JavaScript without a dependency, since nothing is installed yet.
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { build } from './bootstrap/build.mjs';
import { ensureChromium } from './bootstrap/chromium.mjs';
import { handOver } from './bootstrap/hand-over.mjs';
import { findNode } from './bootstrap/node.mjs';
import { installPackages } from './bootstrap/packages.mjs';
import { ensurePnpm } from './bootstrap/pnpm.mjs';
import { ensureRedis } from './bootstrap/redis.mjs';
import { root, SetupError } from './bootstrap/run.mjs';
import { createSteps } from './bootstrap/steps.mjs';

const [mode, ...args] = process.argv.slice(2);
const entries = { start: 'packages/dev-stack/src/main.ts', test: 'scripts/check.ts' };

async function main() {
  if (!Object.hasOwn(entries, mode)) throw new SetupError('Use: node scripts/bootstrap.mjs start|test [arguments]', '', 2);
  if (Number(process.versions.node.split('.')[0]) < 20) throw new SetupError(`Node ${process.versions.node} is too old.`, 'Install Node 20 or newer.');
  // Servers named in .env need no installing. Tests never read it: they would run on whatever it points to.
  const envFile = path.join(root, '.env');
  if (mode === 'start' && existsSync(envFile)) process.loadEnvFile?.(envFile);
  const step = createSteps(process.stdout);
  const pnpm = await ensurePnpm(step);
  // Scripts of packages and turbo call it by its name.
  process.env.PATH = [path.dirname(pnpm), process.env.PATH].join(path.delimiter);
  await installPackages(step, pnpm);
  const node = findNode();
  await ensureRedis(step);
  const chromium = mode === 'test' ? await ensureChromium(step) : undefined;
  if (mode === 'start') await build(step);
  return handOver(node, [entries[mode], ...args], chromium ? { CHROMIUM_PATH: chromium } : {});
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`\n${error.message}\n${error.remedy}\n`);
  process.exitCode = error.exitCode;
}
