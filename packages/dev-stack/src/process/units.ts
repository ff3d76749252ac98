import type { Child } from './children.ts';

/** Something that the stack keeps running. */
export type Unit = {
  name: string;
  spawn(): Promise<Child>;
  /** Resolves when the process does its work, rejects when it never will. */
  ready(child: Child): Promise<void>;
};
export type Death = { name: string; reason: string; lastLines: string };

export type Units = {
  /** Side by side. They are stopped together too, after every group that was started later. */
  startGroup(units: readonly Unit[]): Promise<void>;
  /** Sends a signal. One that ends the process is waited for, and the unit stays down until `restart`. */
  kill(name: string, signal: NodeJS.Signals): Promise<void>;
  restart(name: string): Promise<void>;
  /** For good: nothing is started afterwards. */
  stopAll(): Promise<void>;
  pids(): Record<string, number>;
  /** Settles when a unit ends that nobody asked to end. */
  readonly died: Promise<Death>;
};

type Entry = { unit: Unit; spawning: Promise<Child> | undefined; child: Child | undefined };

const ENDING = new Set<NodeJS.Signals>(['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGABRT']);

export function createUnits(): Units {
  const groups: Entry[][] = [];
  const asked = new WeakSet<Child>(); // processes that somebody asked to end
  const { promise: died, resolve: reportDeath } = Promise.withResolvers<Death>();
  let isClosed = false;

  const launch = async (entry: Entry): Promise<void> => {
    if (isClosed) throw new Error('The stack is being stopped.');
    entry.spawning = entry.unit.spawn();
    const child = await entry.spawning;
    entry.child = child;
    await entry.unit.ready(child);
    void child.exited.then(async ({ code, signal }) => {
      if (asked.has(child)) return;
      reportDeath({ name: entry.unit.name, reason: signal ? `signal ${signal}` : `exit code ${code}`, lastLines: await child.logTail() });
    });
  };
  const stop = async (entry: Entry): Promise<void> => {
    const child = await entry.spawning?.catch(() => undefined);
    if (!child) return;
    asked.add(child);
    await child.stop();
  };
  const entryOf = (name: string): Entry => {
    const entry = groups.flat().find(({ unit }) => unit.name === name);
    if (!entry) throw new Error(`The stack has no '${name}'; it has ${groups.flat().map(({ unit }) => unit.name).join(', ')}.`);
    return entry;
  };

  return {
    died,
    async startGroup(units) {
      const group = units.map((unit): Entry => ({ unit, spawning: undefined, child: undefined }));
      groups.push(group);
      const results = await Promise.allSettled(group.map(launch));
      const failed = results.find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
    },
    async kill(name, signal) {
      const { child } = entryOf(name);
      if (!child) return;
      if (ENDING.has(signal)) asked.add(child);
      child.signal(signal);
      if (ENDING.has(signal)) await child.exited;
    },
    async restart(name) {
      const entry = entryOf(name);
      await stop(entry);
      await launch(entry);
    },
    async stopAll() {
      isClosed = true;
      for (const group of groups.toReversed()) await Promise.allSettled(group.map(stop));
    },
    pids: () =>
      Object.fromEntries(groups.flat().flatMap(({ unit, child }) => (child?.isAlive() ? [[unit.name, child.pid]] : []))),
  };
}
