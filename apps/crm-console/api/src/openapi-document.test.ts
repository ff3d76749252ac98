import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openapiDocument } from './openapi-document.ts';

const DocumentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ responses: z.record(z.string(), z.unknown()), summary: z.string() }))),
});

describe('the API’s description', () => {
  it('is committed as the routes are: after a change run `pnpm --filter crm-console openapi`', async () => {
    expect(await readFile(new URL('../openapi.json', import.meta.url), 'utf8')).toBe(await openapiDocument());
  });

  it('says for every route what it answers, and how it refuses', async () => {
    const { paths } = DocumentSchema.parse(JSON.parse(await openapiDocument()));
    const routes = Object.values(paths).flatMap((methods) => Object.values(methods));
    expect(routes.length).toBeGreaterThan(10);
    for (const { responses } of routes) expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '500', '503']));
  });
});
