import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { migrationsFolder } from '../src/db/deploy.ts';
import { readDatabaseEnv } from '../src/env.ts';
import { diffToModels } from './schema-engine.ts';
import { withScratchDatabase } from './scratch-database.ts';

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Error('usage: pnpm db:migration <name>, of small letters, digits and _');
const sql = await withScratchDatabase(readDatabaseEnv().DATABASE_URL, diffToModels);
if (sql === '') {
  process.stdout.write('The migrations end in the models already.\n');
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.join(migrationsFolder, `${stamp}_${name}`);
  await mkdir(folder);
  await writeFile(path.join(folder, 'migration.sql'), sql);
  process.stdout.write(`Wrote ${path.relative(process.cwd(), folder)}/migration.sql\n`);
}
