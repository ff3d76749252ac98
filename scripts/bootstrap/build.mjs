import { existsSync } from 'node:fs';
import path from 'node:path';
import { bin, lastLines, root, run, SetupError } from './run.mjs';

/** The database client and the console's pages, made anew where their sources have changed (turbo remembers). */
export async function build(step) {
  const hasPages = existsSync(path.join(root, 'apps/crm-console/web/index.html'));
  const tasks = ['generate', ...(hasPages ? ['build'] : [])];
  await step('database client and web pages (turbo run)', async () => {
    const { code, output } = await run(path.join(bin, 'turbo'), ['run', ...tasks, '--output-logs=errors-only'], { env: { TURBO_TELEMETRY_DISABLED: '1' } });
    if (code !== 0) throw new SetupError(`Building failed:\n${lastLines(output, 30)}`, 'Mend what the lines above say, then start again.');
  });
}
