import { existsSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { lastLines, run, SetupError, which } from './run.mjs';

const POLICY = '/usr/sbin/policy-rc.d';

/** Debian or Ubuntu, as root: there we may install by ourselves. */
export const canUseApt = () => process.platform === 'linux' && process.getuid?.() === 0 && which('apt-get') !== undefined;

export async function aptInstall(name) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const remedy = `Check that this machine reaches its Debian or Ubuntu mirror, or install it by hand: apt-get update && apt-get install ${name}`;
  const update = await run('apt-get', ['update', '-q'], { env });
  const install = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], { env });
  if (install.code !== 0) throw new SetupError(`apt-get could not install ${name}:\n${lastLines(update.code === 0 ? install.output : update.output)}`, remedy);
}

/**
 * Installs a server without starting its service: the instance that we need is our own, and port and memory of the
 * system's would be taken for nothing. Debian's way to say so is policy-rc.d; one that is there already is the administrator's.
 */
export async function aptInstallServer(name, service) {
  const ours = !existsSync(POLICY);
  if (ours) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await aptInstall(name);
  } finally {
    if (ours) rmSync(POLICY, { force: true });
  }
  if (existsSync('/run/systemd/system')) await run('systemctl', ['disable', '--now', service]);
}
