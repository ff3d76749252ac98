/** Each rule of the house at work: a bad example that it catches, and good ones that pass. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = [
  'apps/shopee-connector/src', 'apps/shopee-connector/src/map', 'apps/webhook-gateway/src', 'apps/webhook-gateway/src/verify',
  'apps/crm-console/web/src', 'packages/shared/src/domain', 'packages/shared/src/mapping', 'packages/shared/src/contracts', 'packages/shared/src/queue', 'packages/crm/src/orders',
  'packages/connector-kit/src', 'packages/sandbox/src',
];

// The files of the examples do not exist, so they belong to no tsconfig.
const eslint = new ESLint({
  cwd: root,
  overrideConfig: {
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: folders.map((folder) => `${folder}/*example*.ts*`),
          defaultProject: 'tsconfig.base.json',
          maximumDefaultProjectFileMatchCount_THIS_WILL_SLOW_DOWN_LINTING: 100,
        },
      },
    },
  },
});

async function rulesBrokenBy(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: path.join(root, file) });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const lines = (count: number, line: string): string => `${line}\n`.repeat(count);
const connector = 'apps/shopee-connector/src/example.ts';
const gateway = 'apps/webhook-gateway/src/example.ts';
const crm = 'packages/crm/src/orders/example.ts';
const decide = 'packages/crm/src/orders/decide-example.ts';
const test = 'packages/crm/src/orders/example.test.ts';
const sandbox = 'packages/sandbox/src/example.ts';
const queue = 'packages/shared/src/queue/example.ts';
const domain = 'packages/shared/src/domain/example.ts';
const mapping = 'packages/shared/src/mapping/example.ts';
const contracts = 'packages/shared/src/contracts/example.ts';
const map = 'apps/shopee-connector/src/map/example.ts';
const verify = 'apps/webhook-gateway/src/verify/example.ts';
const use = (module: string, name = 'x'): string => `import { ${name} } from '${module}';\nexport const y = ${name};\n`;

const imports: [file: string, module: string][] = [
  [connector, 'crm/orders/apply-snapshots'],
  [connector, 'sandbox/app'],
  [gateway, 'shopee-connector/api/client'],
  [gateway, 'dev-stack/stack'],
  [crm, 'connector-kit/lane'],
  [crm, 'crm-writer/compose'],
  ['packages/connector-kit/src/example.ts', 'crm/orders/apply-snapshots'],
  [sandbox, 'shared/mapping/lookup'],
  [sandbox, 'shared/contracts/crm-writes'],
  [queue, 'crm/orders/apply-snapshots'],
  [domain, 'ioredis'],
  [domain, '../db/client.ts'],
  [mapping, '../generated/enums.ts'],
  [mapping, 'pino'],
  [contracts, 'bullmq'],
  [contracts, 'fastify'],
  [map, 'got'],
  [map, 'shared/queue/producer'],
  [verify, 'fastify'],
  [decide, '@prisma/client'],
  [decide, 'shared/generated/enums'],
  [decide, 'node:fs/promises'],
];

const bad: [rule: string, file: string, code: string][] = [
  ['no-restricted-syntax', decide, 'export const at = (): number => Date.now();\n'],
  ['no-restricted-syntax', domain, 'export const at = (): Date => new Date();\n'],
  ['no-restricted-syntax', map, 'export const luck = (): number => Math.random();\n'],
  ['no-restricted-syntax', verify, "import { randomUUID } from 'node:crypto';\nexport const id = (): string => randomUUID();\n"],
  ['no-restricted-syntax', crm, 'export enum Word {\n  A,\n}\n'],
  ['no-restricted-syntax', crm, 'export const n = ("x" as unknown as number) + 1;\n'],
  ['no-restricted-properties', crm, "export const url = process.env['DATABASE_URL'];\n"],
  ['no-restricted-properties', crm, 'export const { env } = process;\n'],
  ['no-restricted-imports', crm, "import { env } from 'node:process';\nexport const e = env;\n"],
  ['no-restricted-properties', test, "import { vi } from 'vitest';\nvi.mock('bullmq');\n"],
  ['no-restricted-properties', test, "import { it } from 'vitest';\nit.skip('counts', () => undefined);\n"],
  ['import-x/no-relative-packages', crm, "import { parseDuration } from '../../../shared/src/config/duration.ts';\nexport const p = parseDuration;\n"],
  ['import-x/no-default-export', crm, 'export default 1;\n'],
  ['import-x/no-duplicates', crm, "import { a } from './a.ts';\nimport { b } from './a.ts';\nexport const c = [a, b];\n"],
  ['max-lines', crm, lines(301, '//')],
  ['max-lines', test, lines(401, '//')],
  ['max-lines', 'apps/crm-console/web/src/example.tsx', lines(201, '//')],
  ['max-lines-per-function', crm, `export function long(): void {\n${lines(60, '  void 0;')}}\n`],
  ['@typescript-eslint/max-params', crm, 'export const f = (a: 1, b: 2, c: 3, d: 4): unknown => [a, b, c, d];\n'],
  ['@typescript-eslint/no-floating-promises', crm, 'export function f(): void {\n  Promise.resolve(1);\n}\n'],
  ['@typescript-eslint/no-misused-promises', crm, 'export const f = (list: number[]): void => list.forEach(async () => Promise.resolve());\n'],
  ['@typescript-eslint/await-thenable', crm, 'export const f = async (): Promise<number> => await 1;\n'],
  ['@typescript-eslint/no-explicit-any', crm, 'export const f = (x: any): string => typeof x;\n'],
  ['@typescript-eslint/no-unsafe-assignment', crm, "export const x: string = JSON.parse('1');\n"],
  ['@typescript-eslint/no-non-null-assertion', crm, 'export const f = (x?: string): string => x!;\n'],
  ['@typescript-eslint/consistent-type-assertions', crm, 'export const x = { a: 1 } as { a: number; b: number };\n'],
  ['@typescript-eslint/no-unused-vars', crm, 'const a = 1;\nexport const b = 2;\n'],
  ['@typescript-eslint/switch-exhaustiveness-check', crm, "export function f(x: 'a' | 'b'): void {\n  switch (x) {\n    case 'a':\n      break;\n  }\n}\n"],
  ['eqeqeq', crm, 'export const f = (x: number): boolean => x == 1;\n'],
  ['no-console', crm, "console.log('x');\n"],
  ['house/disable-with-reason', crm, '// eslint-disable-next-line no-console\nconsole.log(1);\n'],
  ['react-hooks/rules-of-hooks', 'apps/crm-console/web/src/example.tsx', "import { useState } from 'react';\nexport function Box({ on }: { on: boolean }): unknown {\n  if (on) return useState(1);\n  return null;\n}\n"],
];

const good: [what: string, file: string, code: string][] = [
  ['a connector uses its kit', connector, "import { x } from 'connector-kit/lane';\nimport { y } from 'shared/queue/worker';\nexport const z: unknown = [x, y];\n"],
  ['the sandbox logs', sandbox, "import { createLogger } from 'shared/log/logger';\nexport const log: unknown = createLogger;\n"],
  ['a decision gets the time as an argument', decide, 'export const decideLate = (shipBy: Date, now: Date): boolean => shipBy < now;\n'],
  ['a mapper parses a time', map, 'export const mapTime = (seconds: number): Date => new Date(seconds * 1_000);\n'],
  ['a contract uses zod', contracts, "import { z } from 'zod';\nexport const DrainSchema = z.object({ storeId: z.string() });\n"],
  ['a service reads its environment', 'packages/sandbox/src/env.ts', 'export const source = process.env;\n'],
  ['the queue half of shared uses BullMQ', queue, "import { Queue } from 'bullmq';\nexport const type: unknown = Queue;\n"],
  ['a rule is switched off with a reason', crm, '// eslint-disable-next-line no-console -- the terminal is what this prints to\nconsole.log(1);\n'],
];

describe('the rules of the house', { timeout: 30_000 }, () => {
  beforeAll(() => rulesBrokenBy(crm, ''), 60_000); // the first run loads the compiler

  it.each(imports)('%s may not import %s', async (file, module) => {
    expect(await rulesBrokenBy(file, use(module))).toContain('no-restricted-imports');
  });

  it.each(bad)('%s catches a bad example in %s (%#)', async (rule, file, code) => {
    expect(await rulesBrokenBy(file, code)).toContain(rule);
  });

  it.each(good)('let pass that %s', async (_what, file, code) => {
    const broken = await rulesBrokenBy(file, code);
    // The modules of the examples need not exist, so their types are not known.
    expect(broken.filter((rule) => !rule.startsWith('@typescript-eslint/no-unsafe-'))).toEqual([]);
  });
});
