/**
 * Everything that CI checks, one kind after the other; `npm test` ends up here.
 * With arguments (`npm test -- packages/crm`) only vitest runs, with those arguments.
 * The last line counts the tests of every kind together: `N passed, N failed`.
 */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { addTallies, ofExit, ofTurbo, ofVitest, type Tally } from './check/tally.ts';
import { runTool, toolFolder } from './check/run-tool.ts';

type Check = { name: string; run(): Promise<Tally> };

const report = path.join(toolFolder, `../.dongbo-vitest-${process.pid}.json`);

const checks: Check[] = [
  { name: 'types', run: async () => ofTurbo(await runTool('turbo', ['run', 'typecheck', 'build', '--continue', '--output-logs=errors-only'])) },
  { name: 'types of scripts', run: async () => ofExit(await runTool('tsc', ['--noEmit'])) },
  { name: 'lint', run: async () => ofExit(await runTool('eslint', ['.', '--max-warnings=0'])) },
  { name: 'unused code', run: async () => ofExit(await runTool('knip', [])) },
];

const vitest = (args: readonly string[]): Check => ({
  name: 'tests',
  async run() {
    const { code } = await runTool('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args]);
    try {
      return ofVitest(code, readFileSync(report, 'utf8'));
    } catch {
      return { passed: 0, failed: 1 };
    } finally {
      rmSync(report, { force: true });
    }
  },
});

const args = process.argv.slice(2);
const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const results: { name: string; seconds: string; tally: Tally }[] = [];
for (const check of args.length > 0 ? [vitest(args)] : [...checks, vitest([])]) {
  print(`\n— ${check.name}`);
  const startedAt = performance.now();
  const tally = await check.run();
  results.push({ name: check.name, seconds: ((performance.now() - startedAt) / 1_000).toFixed(0), tally });
}

print('');
for (const { name, seconds, tally } of results) print(`${tally.failed === 0 ? '✓' : '✗'} ${name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)`);
const total = addTallies(results.map(({ tally }) => tally));
print(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
