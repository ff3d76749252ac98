import { deployMigrations } from '../src/db/deploy.ts';
import { readDatabaseEnv } from '../src/env.ts';

const applied = await deployMigrations(readDatabaseEnv().DATABASE_URL);
process.stdout.write(applied.length === 0 ? 'The database is up to date.\n' : `Applied: ${applied.join(', ')}\n`);
