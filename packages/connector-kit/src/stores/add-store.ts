import type { PrismaClient } from 'shared/db/client';
import type { ConnectedChannel } from 'shared/domain/channel';
import type { Sealer } from 'shared/secrets/seal';
import type { Tokens } from '../tokens/access-tokens.ts';

export type NewStore = {
  channel: ConnectedChannel;
  externalId: string;
  name: string;
  area: string | null;
  tokens: Tokens;
  accessExpiresAt: Date;
};

/** Adds a store with its sealed tokens, or revives the one that has this id on its channel. Gives its id. */
export async function addStore(database: PrismaClient, sealer: Sealer, { channel, externalId, name, area, tokens, accessExpiresAt }: NewStore): Promise<string> {
  return database.$transaction(async (tx) => {
    const sealed = sealer.seal(JSON.stringify(tokens));
    const known = await tx.store.findUnique({ where: { channel_externalId: { channel, externalId } } });
    const credential = known?.credentialId
      ? await tx.credential.update({ where: { id: known.credentialId }, data: { sealed, accessExpiresAt, version: { increment: 1 }, updatedAt: new Date() } })
      : await tx.credential.create({ data: { channel, sealed, accessExpiresAt } });
    const facts = { name, area, status: 'active', statusReason: null, credentialId: credential.id, removedAt: null, updatedAt: new Date() };
    const store = await tx.store.upsert({
      where: { channel_externalId: { channel, externalId } },
      create: { channel, externalId, ...facts },
      update: facts,
    });
    return String(store.id);
  });
}
