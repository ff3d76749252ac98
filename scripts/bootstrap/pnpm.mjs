import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { isExecutable, lastLines, root, run, SetupError, which } from './run.mjs';

const VERSION = '12.21.0';
const MAJOR = VERSION.split('.')[0];
const tools = path.join(root, '.dev/tools');

/**
 * The path of a pnpm of our major version: the one on PATH, else installed with npm; globally where no pnpm is
 * there yet and npm may write, otherwise (another version is somebody's own) into `.dev/tools`.
 */
export async function ensurePnpm(step) {
  const onPath = which('pnpm');
  if (onPath && (await isRight(onPath))) return onPath;
  const own = path.join(tools, 'node_modules/.bin/pnpm');
  if (isExecutable(own) && (await isRight(own))) return own;
  const globally = !onPath && (await mayInstallGlobally());
  return step(`pnpm ${VERSION}`, async () => {
    const where = globally ? ['--global'] : ['--prefix', tools];
    const { code, output } = await run('npm', ['install', ...where, '--no-audit', '--no-fund', `pnpm@${VERSION}`], { cwd: tmpdir() });
    if (code !== 0) throw new SetupError(`npm could not install pnpm ${VERSION}:\n${lastLines(output)}`, 'Check that this machine reaches the npm registry (npm ping), then start again.');
    const found = globally ? which('pnpm') : own;
    if (!found || !(await isRight(found))) throw new SetupError('pnpm was installed, but does not run.', `Install it by hand: npm install --global pnpm@${VERSION}`);
    return found;
  });
}

/** Asked outside the repository: inside it, another version would first fetch the one that package.json names. */
async function isRight(pnpm) {
  const { code, output } = await run(pnpm, ['--version'], { cwd: tmpdir(), env: { COREPACK_ENABLE_DOWNLOAD_PROMPT: '0' } });
  return code === 0 && output.trim().split('\n').at(-1)?.split('.')[0] === MAJOR;
}

async function mayInstallGlobally() {
  const { code, output } = await run('npm', ['root', '--global'], { cwd: tmpdir() });
  if (code !== 0) return false;
  const folders = [output.trim(), path.join(path.dirname(process.execPath))];
  return (await Promise.allSettled(folders.map((folder) => access(folder, constants.W_OK)))).every(({ status }) => status === 'fulfilled');
}
