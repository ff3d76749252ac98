import { defineConfig } from 'vitest/config';

const sources = ['packages/*/{src,test}', 'apps/*/{src,test}', 'apps/crm-console/{api,web}/src', 'scripts'];
const filesOf = (ending: string) => sources.map((folder) => `${folder}/**/*.${ending}.ts`);
const globalSetup = ['packages/dev-stack/vitest-servers.ts'];

// Three kinds, told apart by the file's name: pure, with real PostgreSQL and Redis, with the whole system.
// One kind after the other (`groupOrder`): what is measured or killed in one must not wait for another.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          include: [...sources.map((folder) => `${folder}/**/*.test.ts`)],
          exclude: ['**/node_modules/**', ...filesOf('int.test'), ...filesOf('e2e.test')],
        },
      },
      {
        test: {
          name: 'int',
          sequence: { groupOrder: 1 },
          include: filesOf('int.test'),
          globalSetup,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'e2e',
          sequence: { groupOrder: 2 },
          include: filesOf('e2e.test'),
          globalSetup,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          maxWorkers: 1,
          fileParallelism: false,
        },
      },
    ],
  },
});
