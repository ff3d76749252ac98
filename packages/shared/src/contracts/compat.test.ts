import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvelopeSchema } from './define-queue.ts';
import { marketplaceEvents } from './marketplace-events.ts';
import { queues } from './queues.ts';

const folder = path.join(import.meta.dirname, 'compat');
// `<queue>.<job>.v<version>.json`: a job as a deployment of that version left it in Redis. Recorded once, never edited.
const recorded = await Promise.all(
  (await readdir(folder)).map(async (file) => {
    const [, queue, job, v] = /^([a-z-]+)\.([a-z.-]+)\.v(\d+)\.json$/.exec(file) ?? [];
    const envelope = EnvelopeSchema.parse(JSON.parse(await readFile(path.join(folder, file), 'utf8')));
    return { file, queue, job, v: Number(v), envelope };
  }),
);

describe('recorded payloads', () => {
  it.each(recorded)('$file is still read', ({ queue, job, v, envelope }) => {
    const definition = queues.find(({ name }) => name === queue)?.jobs[job ?? ''];
    expect(envelope.v).toBe(v);
    expect(definition?.schema.safeParse(envelope.payload)).toMatchObject({ success: true });
  });

  it('exist for every job of every queue, in the version that is written now', () => {
    const needed = queues.flatMap(({ name, jobs }) => Object.entries(jobs).map(([job, { v }]) => `${name}.${job}.v${String(v)}.json`));
    expect(recorded.map(({ file }) => file)).toEqual(expect.arrayContaining(needed));
  });
});

describe('a lane job', () => {
  it('is delayed by no retry over 5 s: delayed, it would drop wake-ups', () => {
    for (const { jobs } of Object.values(marketplaceEvents)) {
      const { attempts, backoff } = jobs.drain;
      expect(backoff.delayMs * 2 ** (attempts - 2)).toBeLessThanOrEqual(5_000);
    }
  });
});
