import type { PrismaClient } from 'shared/db/client';

export type LaneStore = { id: string; externalId: string };

/** A lane's store, or null where it is gone, switched off or waits to be authorised again: then the lane makes no call. */
export async function readLaneStore(database: PrismaClient, storeId: string): Promise<LaneStore | null> {
  const store = await database.store.findUnique({ where: { id: BigInt(storeId) }, select: { externalId: true, status: true } });
  return store && (store.status === 'active' || store.status === 'importing') ? { id: storeId, externalId: store.externalId } : null;
}
