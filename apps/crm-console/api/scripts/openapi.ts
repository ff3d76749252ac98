import { writeFile } from 'node:fs/promises';
import { openapiDocument } from '../src/openapi-document.ts';

// Writes the description that the web app's client is generated from; a test holds it fresh.
await writeFile(new URL('../openapi.json', import.meta.url), await openapiDocument());
