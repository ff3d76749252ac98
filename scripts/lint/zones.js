// Who may import whom. `apps → packages`, never back; the pure half of the house touches nothing outside itself.

const own = ['shared', 'crm', 'connector-kit', 'ui', 'sandbox', 'dev-stack', 'proof'];
const connectors = ['shopee-connector', 'lazada-connector', 'kiotviet-connector'];
const apps = ['webhook-gateway', 'crm-writer', 'crm-console', 'storefront', ...connectors];

/** Room → packages that it may import; `shared/{a,b}` opens these folders alone. Tests may lean on more. */
const rooms = [
  { files: 'packages/shared', may: [] },
  { files: 'packages/crm', may: ['shared'] },
  { files: 'packages/connector-kit', may: ['shared'] },
  { files: 'packages/ui', may: ['shared'] },
  { files: 'packages/sandbox', may: ['shared/(config|log|process|errors|http)'], testsMay: ['shared/testing'] },
  { files: 'packages/dev-stack', may: ['shared', 'proof'] },
  { files: 'packages/proof', may: ['shared', 'crm', 'sandbox', 'dev-stack'] },
  ...connectors.map((name) => ({ files: `apps/${name}`, may: ['shared', 'connector-kit'], testsMay: ['sandbox', 'dev-stack'] })),
  ...['webhook-gateway', 'crm-writer', 'crm-console', 'storefront'].map((name) => ({
    files: `apps/${name}`,
    may: ['shared', 'crm', 'connector-kit', 'ui'],
    testsMay: ['sandbox', 'dev-stack'],
  })),
];

const pureFiles = [
  'packages/shared/src/{domain,mapping,contracts}/**/*.ts',
  '{apps,packages}/*/src/**/map/**/*.ts',
  '{apps,packages}/*/src/**/verify/**/*.ts',
  '{apps,packages}/*/src/**/decide-*.ts',
];
const testFiles = ['**/*.test.{ts,tsx}', '**/testing/**', '**/test/**'];

const hint = 'docs/architecture.md says who may import whom';
const forApps = { regex: `^(${apps.join('|')})(/|$)`, message: `Nothing imports an app (${hint}): move what both need into a package.` };
const processEnv = {
  name: 'node:process',
  importNames: ['env'],
  message: 'The environment is read in env.ts alone: add the variable to its schema there, and take it from the typed object.',
};

function directions({ may = [], testsMay = [] }, isTest) {
  const open = [...may, ...(isTest ? testsMay : [])].map((entry) => `${entry}/`);
  const closed = {
    regex: `^(?!(?:${[...open, '$^'].join('|')}))(?:${own.join('|')})(?:/|$)`,
    message: `This room may not import that package (${hint}).`,
  };
  return [forApps, closed];
}

const impure = [
  {
    regex: '^(bullmq|ioredis|pg|got|undici|pino|fastify|@fastify/.*|@prisma/.*|prisma|node:(fs|http|https|net|child_process)(/promises)?)(/|$)',
    message: 'This file is pure: no queue, database, HTTP, log or disk. Take what it needs as an argument, and do the effect in the caller.',
  },
  {
    regex: '(^shared/|^\\.\\.?/(.*/)?)(generated|db|queue|log|http|process)/',
    message: 'This file is pure: it may not import the half of shared that does input and output.',
  },
];

const restrict = (files, patterns, ignores = []) => ({
  files,
  ...(ignores.length > 0 ? { ignores } : {}),
  rules: { 'no-restricted-imports': ['error', { paths: [processEnv], patterns }] },
});

const ts = (folder) => [`${folder}/**/*.{ts,tsx}`];
const isPureOf = (folder) => pureFiles.filter((glob) => glob.startsWith(folder) || glob.startsWith('{')).map((glob) => glob.replace('{apps,packages}/*', folder));

/** A later entry replaces an earlier one for the same file, so each says the whole truth for its files. */
export const zones = rooms.flatMap((room) => [
  restrict(ts(room.files), directions(room, false)),
  restrict(isPureOf(room.files), [...directions(room, false), ...impure], testFiles),
  restrict(testFiles.map((glob) => `${room.files}/${glob}`), directions(room, true)),
]);

const clocks = [
  ['CallExpression[callee.object.name="Date"][callee.property.name="now"]', 'the clock'],
  ['NewExpression[callee.name="Date"][arguments.length=0]', 'the clock'],
  ['CallExpression[callee.name="Date"]', 'the clock'],
  ['CallExpression[callee.object.name="performance"]', 'the clock'],
  ['CallExpression[callee.object.name="Math"][callee.property.name="random"]', 'chance'],
  ['CallExpression[callee.name=/^random(UUID|Bytes|Int)$/]', 'chance'],
  ['CallExpression[callee.property.name=/^random(UUID|Bytes|Int)$/]', 'chance'],
].map(([selector, what]) => ({ selector, message: `This file is pure: take ${what} (now, an id) as an argument.` }));

export const purity = (syntax) => ({
  files: pureFiles,
  ignores: testFiles,
  rules: { 'no-restricted-syntax': ['error', ...syntax, ...clocks] },
});
