import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/**
 * Where the stack keeps its data: `.dev/` in the repository. As root PostgreSQL runs as the OS user `postgres`, which
 * may not read below /root; so there it is a folder of /var/tmp, one for each checkout.
 */
export function dataFolderFor({ root, uid }: { root: string; uid: number | undefined }): string {
  if (uid !== 0) return path.join(root, '.dev');
  return `/var/tmp/dongbo-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`;
}

/** Makes the folder. /var/tmp is everybody's: a folder that another user has put there is refused. */
export function prepareDataFolder(folder: string, uid: number | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || (uid !== undefined && found.uid !== uid)) throw new Error(`${folder} belongs to somebody else: remove it, and start again.`);
}

/** `--fresh`: everything that the stack has kept, and nothing else that may lie in the folder. */
export function clearDataFolder(folder: string): void {
  for (const name of ['postgres', 'redis', 'logs', 'logs.previous', 'secrets.json', 'sandbox-shops.json']) rmSync(path.join(folder, name), { recursive: true, force: true });
}
