import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

export type ScriptRun = {
  root: string;
  /** From the root of the repository. */
  script: string;
  args: readonly string[];
  /** The whole environment of the script. */
  env: Readonly<Record<string, string>>;
};

/** Runs a script of a package to its end and gives what it printed; throws with its own words where it failed. */
export async function runScript({ root, script, args, env }: ScriptRun): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [path.join(root, script), ...args], { cwd: root, env });
    return stdout;
  } catch (cause) {
    const words = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
    throw new Error(`${script} failed:\n${words.split('\n').slice(-20).join('\n')}`, { cause });
  }
}
