import { parseArguments, usage } from './arguments.ts';
import { interruption } from './interruption.ts';
import { createSteps } from './progress.ts';
import { run } from './run.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const printError = (line: string): void => void process.stderr.write(`${line}\n`);
const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function argumentsOrExit(): ReturnType<typeof parseArguments> {
  try {
    return parseArguments(process.argv.slice(2));
  } catch (error) {
    printError(`${wordsOf(error)}\n\n${usage}`);
    return process.exit(2);
  }
}

const args = argumentsOrExit();
try {
  process.exit(await run(args, { step: createSteps(process.stdout), print, interrupted: interruption() }));
} catch (error) {
  printError(`\n${wordsOf(error)}`);
  process.exit(1);
}
