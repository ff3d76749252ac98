import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const require = createRequire(import.meta.url);
const configDir = path.resolve(import.meta.dirname, '..');
const schemaPath = path.join(configDir, 'prisma/schema.prisma');

/** PostgreSQL's internal one-byte type and its text: the adapter knows only the second. */
const INTERNAL_CHAR = 18;
const TEXT = 25;

/**
 * SQL that turns the live database's schema into the models', "" where they are equal.
 * Prisma's engine as WASM from npm, since its binary cannot be had from npm alone (docs/decisions/0003).
 */
export async function diffToModels(databaseUrl: string): Promise<string> {
  const schema = await readFile(schemaPath, 'utf8');
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  readInternalCharAsText(pool);
  try {
    await loadEngine();
    const files = [{ path: schemaPath, content: schema }];
    const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool));
    const schemaEngine = await engine.SchemaEngine.new({ datamodels: [[schemaPath, schema]] }, () => undefined, factory);
    const { exitCode, stdout } = await schemaEngine.diff({
      from: { tag: 'schemaDatasource', files, configDir },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
    });
    schemaEngine.free();
    return exitCode === 0 ? '' : (stdout ?? '');
  } finally {
    await pool.end();
  }
}

async function loadEngine(): Promise<void> {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => process.stderr.write(`${message}\n`) } });
  const wasm = await readFile(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': { ...engine } });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

function readInternalCharAsText(pool: pg.Pool): void {
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<unknown>;
  pool.query = (async (...args: unknown[]) => mendFields(await query(...args))) as typeof pool.query;
}

type Result = { fields?: { name: string; dataTypeID: number }[]; rows?: unknown[] };

/** Constraints that are no index (checks, not null) have a one-byte column that the engine panics on; models have no word for them. */
function mendFields(result: unknown): unknown {
  const { fields = [], rows } = result as Result;
  for (const field of fields) if (field.dataTypeID === INTERNAL_CHAR) field.dataTypeID = TEXT;
  if (rows && fields.some(({ name }) => name === 'constraint_type')) rows.length = 0;
  return result;
}
