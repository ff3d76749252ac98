import { readDatabaseEnv } from '../src/env.ts';
import { diffToModels } from './schema-engine.ts';
import { withScratchDatabase } from './scratch-database.ts';

const missing = await withScratchDatabase(readDatabaseEnv().DATABASE_URL, diffToModels);
if (missing !== '') {
  process.stderr.write(`The migrations do not end in the models. Run pnpm db:migration <name>; it would write:\n${missing}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write('The migrations end in the models.\n');
}
