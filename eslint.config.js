// The rules of the house (docs/architecture.md), as far as a machine can hold them. `scripts/lint-rules.test.ts` shows each at work.
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { disableWithReason } from './scripts/lint/disable-with-reason.js';
import { purity, zones } from './scripts/lint/zones.js';

const tests = ['**/*.test.{ts,tsx}'];

const syntax = [
  { selector: 'TSEnumDeclaration', message: 'No enum: an `as const` array, and the union of its entries.' },
  { selector: 'TSAsExpression > TSAsExpression', message: 'No `as unknown as`: parse the value with its schema.' },
];
const properties = [
  {
    object: 'process',
    property: 'env',
    message: 'The environment is read in env.ts alone: add the variable to its schema there, and take it from the typed object.',
  },
  { object: 'vi', property: 'mock', message: 'No vi.mock: give the function a fake as its argument, or test against real servers (*.int.test.ts).' },
  { object: 'vi', property: 'doMock', message: 'No vi.mock: give the function a fake as its argument, or test against real servers (*.int.test.ts).' },
  ...['it', 'test', 'describe'].flatMap((object) =>
    ['skip', 'only', 'todo'].map((property) => ({ object, property, message: 'Every test runs: mend it or remove it.' })),
  ),
];
const withoutEnv = properties.filter(({ object }) => object !== 'process');

export default tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', '**/coverage/', '**/generated/', '.dev/', '**/*.gen.ts', '**/*.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX, house: { rules: { 'disable-with-reason': disableWithReason } } },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.mjs'] })] },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' }],
      '@typescript-eslint/max-params': ['error', { max: 3 }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-redundant-type-constituents': 'off', // `string & {}` beside words keeps them in the editor's list
      '@typescript-eslint/require-await': 'off', // an async signature may be what a caller asks for
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true, allowNullish: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/unbound-method': 'off', // our objects come from functions: there is no `this` to lose
      eqeqeq: 'error',
      'house/disable-with-reason': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-duplicates': 'error',
      'import-x/no-relative-packages': 'error',
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-properties': ['error', ...properties],
      'no-restricted-syntax': ['error', ...syntax],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  ...zones,
  purity(syntax),
  {
    files: ['apps/*/web/**/*.{ts,tsx}', 'packages/ui/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    // Markup is long without being hard: a component may be longer than a function, but its file shorter.
    rules: { 'max-lines': ['error', 200], 'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['packages/shared/src/mapping/**'], rules: { 'max-lines': 'off' } }, // tables
  {
    files: ['**/env.ts', 'scripts/**', '**/vitest*.ts', '**/*.config.{ts,js}', 'packages/*/test/fake-*/**'],
    rules: { 'no-restricted-properties': ['error', ...withoutEnv] },
  },
  { files: ['**/*.config.{ts,js}'], rules: { 'import-x/no-default-export': 'off' } },
  {
    files: tests,
    rules: {
      'max-lines': ['error', 400],
      'max-lines-per-function': 'off',
      '@typescript-eslint/max-params': 'off', // a row of a table has as many columns as it has
      // `expect.any(String)`, `rows` and the like are `any` by design; what a test expects is checked when it runs.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['**/*.{js,mjs}'], extends: [tseslint.configs.disableTypeChecked], rules: { '@typescript-eslint/switch-exhaustiveness-check': 'off' } },
);
