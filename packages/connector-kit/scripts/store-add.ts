// A store with tokens given by hand:
// pnpm store:add --channel shopee --external-id 620000001 --name 'Gốm Bếp Xinh' --area 'TP. Hồ Chí Minh' \
//   --access-token … --refresh-token … --expires-at 2026-11-24T12:00:00Z

import { parseArgs } from 'node:util';
import { createDatabase } from 'shared/db/client';
import { ConnectedChannelSchema } from 'shared/domain/channel';
import { createLogger } from 'shared/log/logger';
import { createSealer } from 'shared/secrets/seal';
import { z } from 'zod';
import { readScriptEnv } from '../src/env.ts';
import { addStore } from '../src/stores/add-store.ts';

const OptionsSchema = z.object({
  channel: ConnectedChannelSchema,
  'external-id': z.string().min(1),
  name: z.string().min(1),
  area: z.string().optional(),
  'access-token': z.string().min(1),
  'refresh-token': z.string().min(1),
  'expires-at': z.iso.datetime({ offset: true }).or(z.string().regex(/^\d{10}$/, 'must be ISO 8601 with offset, or epoch seconds')),
});

const text = { type: 'string' } as const;
const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: { channel: text, 'external-id': text, name: text, area: text, 'access-token': text, 'refresh-token': text, 'expires-at': text },
});
const options = OptionsSchema.safeParse(values);
if (options.success) await add(options.data);
else {
  for (const { path, message } of options.error.issues) process.stderr.write(`--${path.join('.')}: ${message}\n`);
  process.exitCode = 2;
}

async function add(given: z.infer<typeof OptionsSchema>): Promise<void> {
  const env = readScriptEnv();
  const database = createDatabase({ url: env.DATABASE_URL, poolSize: 1, log: createLogger('store-add', 'warn') });
  const expiresAt = given['expires-at'];
  const id = await addStore(database, createSealer(env.SECRETS_KEY), {
    channel: given.channel,
    externalId: given['external-id'],
    name: given.name,
    area: given.area ?? null,
    tokens: { accessToken: given['access-token'], refreshToken: given['refresh-token'] },
    accessExpiresAt: /^\d+$/.test(expiresAt) ? new Date(Number(expiresAt) * 1000) : new Date(expiresAt),
  });
  await database.$disconnect();
  process.stdout.write(`${given.channel} ${given['external-id']} is store ${id}.\n`);
}
