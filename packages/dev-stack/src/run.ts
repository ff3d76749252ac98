import { randomInt } from 'node:crypto';
import type { Arguments } from './arguments.ts';
import { banner } from './banner.ts';
import { dataFolderFor } from './data-folder.ts';
import { readSettings } from './env.ts';
import { needsSandbox } from './environment.ts';
import { repositoryRoot } from './plan.ts';
import type { Step } from './progress.ts';
import { playShopDay, seedSandboxShops, shops } from './seed-sandbox-shops.ts';
import { createStack, deathError, type Stack } from './stack.ts';

export type Terminal = {
  step: Step;
  print(line: string): void;
  /** Settles when somebody wants it to end. */
  interrupted: Promise<void>;
};

/** The life of `npm start`: everything up, shops, orders, until somebody interrupts it. Gives the exit code. */
export async function run(args: Arguments, { step, print, interrupted }: Terminal): Promise<number> {
  const settings = readSettings(repositoryRoot);
  if (args.play !== undefined && !needsSandbox(settings)) {
    print('--play needs the sandbox: take SHOPEE_PARTNER_ID and SHOPEE_PARTNER_KEY out of .env first.');
    return 2;
  }
  const dataFolder = dataFolderFor({ root: repositoryRoot, uid: process.getuid?.() });
  // The database remembers what the sandbox forgets: each start gets orders of its own.
  const sandboxSeed = randomInt(1, 2 ** 31);
  const stack = await createStack({ dataFolder, ports: 'known', settings, step, fresh: args.fresh, sandboxSeed });
  try {
    return await Promise.race([
      work(stack, args, { step, print }),
      interrupted.then(() => (args.exit ? 130 : 0)),
      stack.died.then((death) => Promise.reject(deathError(death))),
    ]);
  } finally {
    await step('everything stopped', () => stack.close());
  }
}

async function work(stack: Stack, args: Arguments, { step, print }: Omit<Terminal, 'interrupted'>): Promise<number> {
  await stack.start();
  const hasSandbox = stack.urls.http['sandbox'] !== undefined;
  if (hasSandbox) await step(`${shops.length} shops in the sandbox`, () => seedSandboxShops(stack));
  const differences = args.play === undefined ? 0 : await playOrders(stack, args.play, print);
  if (args.exit) return differences === 0 ? 0 : 1;
  if (hasSandbox) await playShopDay(stack);
  print(banner(stack));
  return new Promise(() => undefined); // until it is interrupted
}

async function playOrders(stack: Stack, orders: number, print: (line: string) => void): Promise<number> {
  const { play } = await import('./play.ts'); // only `--play` loads the checker
  return play(stack, orders, print);
}
