import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Where a program lies that could be started by its name alone. */
export function findOnPath(program: string, folders: string): string | undefined {
  return folders
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => path.join(folder, program))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
