import path from 'node:path';
import process from 'node:process';
import { bin, isExecutable, SetupError } from './run.mjs';

/** Node 24: the one that pnpm installed, else (macOS, Alpine: npm has none for them) the one that runs this, if it is new enough. */
export function findNode() {
  const own = path.join(bin, 'node');
  if (isExecutable(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new SetupError(`Dongbo runs on Node 24; this is ${process.versions.node}, and npm has no Node 24 for ${process.platform} ${process.arch}.`, 'Install Node 24 (https://nodejs.org), then start again.');
}
