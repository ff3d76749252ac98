import type { PrismaClient } from 'shared/db/client';
import { AppError } from 'shared/errors/app-error';
import type { Sealer } from 'shared/secrets/seal';
import { z } from 'zod';

/** What is sealed in a credential. */
export const TokensSchema = z.object({ accessToken: z.string().min(1), refreshToken: z.string().min(1) });
export type Tokens = z.infer<typeof TokensSchema>;

export type AccessTokens = {
  /** The token to call with now. Throws `MARKETPLACE_TOKEN_DEAD` where the store has none. */
  current(storeId: string): Promise<string>;
};

/** Reads the sealed credential; this is also where a token will be refreshed ahead of its time, once over all replicas. */
export function createAccessTokens({ database, sealer }: { database: PrismaClient; sealer: Sealer }): AccessTokens {
  return {
    async current(storeId) {
      const store = await database.store.findUnique({ where: { id: BigInt(storeId) }, select: { credential: { select: { sealed: true } } } });
      if (!store?.credential) throw new AppError({ code: 'MARKETPLACE_TOKEN_DEAD', details: { storeId } });
      return TokensSchema.parse(JSON.parse(sealer.open(store.credential.sealed))).accessToken;
    },
  };
}
