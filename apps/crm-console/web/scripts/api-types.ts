import { writeFile } from 'node:fs/promises';
import { renderApiTypes } from './render-api-types.ts';

await writeFile(new URL('../src/lib/api-types.generated.ts', import.meta.url), await renderApiTypes());
