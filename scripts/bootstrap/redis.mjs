import process from 'node:process';
import { aptInstallServer, canUseApt } from './apt.mjs';
import { SetupError, which } from './run.mjs';

export async function ensureRedis(step) {
  if (process.env.REDIS_URL || which('redis-server')) return;
  if (!canUseApt()) {
    const install = process.platform === 'darwin' ? 'brew install redis' : 'sudo apt-get install redis-server';
    throw new SetupError('Redis is missing.', `Install it (${install}), or run docker compose -f docker/compose.yaml up -d --wait and set DATABASE_URL and REDIS_URL as that file says.`);
  }
  await step('Redis (apt-get install redis-server)', () => aptInstallServer('redis-server', 'redis-server'));
}
