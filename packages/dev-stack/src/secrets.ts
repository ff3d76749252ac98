import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const SecretsSchema = z.object({
  databasePassword: z.string(),
  secretsKey: z.string(),
  adminPassword: z.string(),
  consoleApiKey: z.string(),
  shopeePartnerId: z.string(),
  shopeePartnerKey: z.string(),
  shopeePushKey: z.string(),
});

/** What this machine's stack made up for itself: nothing of it opens anything elsewhere. */
export type Secrets = z.infer<typeof SecretsSchema>;

/** Made once, then kept beside the data that they open. */
export function secretsIn(folder: string): Secrets {
  const file = path.join(folder, 'secrets.json');
  if (existsSync(file)) return SecretsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const secrets = newSecrets();
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

const newSecrets = (): Secrets => ({
  databasePassword: randomBytes(16).toString('hex'),
  secretsKey: randomBytes(32).toString('base64'),
  adminPassword: randomBytes(9).toString('base64url'),
  consoleApiKey: randomBytes(24).toString('base64url'),
  shopeePartnerId: String(randomInt(2_000_000, 2_100_000)),
  shopeePartnerKey: randomBytes(32).toString('hex'),
  shopeePushKey: randomBytes(32).toString('hex'),
});
