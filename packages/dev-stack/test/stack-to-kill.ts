/** Starts a stack without services, says what runs, and waits to be killed. */
import { createStack } from '../src/stack.ts';

const stack = await createStack({ services: [], migrations: false });
await stack.start();
process.stdout.write(`${JSON.stringify({ pids: Object.values(stack.pids()), folder: stack.dataFolder })}\n`);
setInterval(() => undefined, 60_000);
