import { runScript } from './process/run-script.ts';

/** Brings the database up to the newest migration. */
export async function migrate(root: string, databaseUrl: string): Promise<void> {
  await runScript({ root, script: 'packages/shared/scripts/db-deploy.ts', args: [], env: { DATABASE_URL: databaseUrl } });
}
