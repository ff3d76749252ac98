import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const EnvSchema = z.object({ CHROMIUM_PATH: z.string().optional(), PATH: z.string().default('') });

/** Chromium or Chrome: as it was named to us, or as it is on the PATH. */
export function chromiumPath(): string {
  const env = EnvSchema.parse(process.env);
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const candidates = env.PATH.split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name)));
  const found = env.CHROMIUM_PATH ?? candidates.find((candidate) => existsSync(candidate));
  if (!found) throw new Error('no Chromium: install it, or set CHROMIUM_PATH');
  return found;
}
