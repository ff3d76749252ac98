import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { lastLines, root, run, SetupError } from './run.mjs';

/** `pnpm install`, left out where nothing that it reads has changed since the last time. */
export async function installPackages(step, pnpm) {
  const stamp = path.join(root, 'node_modules/.dongbo-install');
  const fingerprint = fingerprintOf(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return;
  await step('packages (pnpm install)', async () => {
    const { code, output } = await run(pnpm, ['install', '--frozen-lockfile', '--reporter=append-only'], { env: { CI: 'true' } });
    if (code !== 0) throw new SetupError(`pnpm could not install the packages:\n${lastLines(output)}`, remedyFor(output));
  });
  writeFileSync(stamp, fingerprint);
}

function remedyFor(output) {
  if (/ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|FETCH|network|dns/i.test(output))
    return 'This looks like the network: check that this machine reaches the npm registry (npm ping), then start again.';
  if (/FROZEN|OUTDATED_LOCKFILE/i.test(output)) return 'package.json and pnpm-lock.yaml disagree: run pnpm install, and commit the lock file.';
  return 'Mend what the lines above say, then start again.';
}

/** Changes with whatever an installation depends on: lock file, manifests, platform. */
export function fingerprintOf(folder) {
  const workspaces = ['apps', 'packages'].flatMap((group) => {
    const at = path.join(folder, group);
    return existsSync(at) ? readdirSync(at).sort().map((name) => `${group}/${name}/package.json`) : [];
  });
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...workspaces];
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of files.filter((name) => existsSync(path.join(folder, name)))) hash.update(`\0${file}\0`).update(readFileSync(path.join(folder, file)));
  return hash.digest('hex');
}
