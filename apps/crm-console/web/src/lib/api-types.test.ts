import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { renderApiTypes } from '../../scripts/render-api-types.ts';

it('are those of api/openapi.json; else run `pnpm --filter crm-console api-types`', async () => {
  expect(await readFile(new URL('api-types.generated.ts', import.meta.url), 'utf8')).toBe(await renderApiTypes());
});
