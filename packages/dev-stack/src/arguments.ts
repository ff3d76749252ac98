import { parseArgs } from 'node:util';

export type Arguments = {
  /** Orders to play through the sandbox and to check afterwards. */
  play: number | undefined;
  exit: boolean;
  fresh: boolean;
};

export const usage = `npm start -- [--play N] [--exit] [--fresh]
  --play N  play N orders through the sandbox, then compare every one with the CRM
  --exit    stop afterwards, with exit code 1 where they differ
  --fresh   forget the database, the queues and the secrets of earlier starts`;

/** Throws an error that a person can read where an argument is unknown or makes no sense. */
export function parseArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: { play: { type: 'string' }, exit: { type: 'boolean', default: false }, fresh: { type: 'boolean', default: false } },
  });
  const play = values.play === undefined ? undefined : Number(values.play);
  if (play !== undefined && !(Number.isInteger(play) && play > 0)) throw new Error(`--play wants a number of orders, not '${values.play}'.`);
  return { play, exit: values.exit, fresh: values.fresh };
}
