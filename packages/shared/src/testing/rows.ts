import type { PrismaClient } from '../db/client.ts';
import type { EventRef } from '../domain/event-ref.ts';
import { insertEvents } from '../inbox/insert-events.ts';
import type { NewEvent } from '../inbox/new-event.ts';

let counter = 0;
const next = (): number => ++counter;

/** An active Shopee store; gives its id. */
export async function addStore(database: PrismaClient, over: { externalId?: string; status?: string } = {}): Promise<string> {
  const externalId = over.externalId ?? `62${String(next()).padStart(7, '0')}`;
  const store = await database.store.create({ data: { channel: 'shopee', externalId, name: 'Gốm Bếp Xinh (thử)', status: over.status ?? 'active' } });
  return String(store.id);
}

/** A push that names an order; `over` says what matters to the test. */
export function anEvent(over: Partial<NewEvent> = {}): NewEvent {
  return {
    channel: 'shopee',
    externalStoreId: '620000001',
    origin: 'push',
    kind: 'order',
    key: '260714TESTA001',
    expects: null,
    body: Buffer.from('{}'),
    dedupeKey: `test-${next()}`,
    status: 'received',
    reason: null,
    traceId: '0af7651916cd43dd8448eb211c80319c',
    ...over,
  };
}

/** Keeps an event of the store and gives it as a snapshot carries it. */
export async function addEvent(database: PrismaClient, storeId: string, over: Partial<NewEvent> = {}): Promise<EventRef> {
  const { externalId } = await database.store.findUniqueOrThrow({ where: { id: BigInt(storeId) } });
  const [inserted] = await insertEvents(database, [anEvent({ externalStoreId: externalId, ...over })]);
  if (!inserted) throw new TypeError('the event was not kept');
  return readEventRef(database, inserted.id);
}

export async function readEventRef(database: PrismaClient, id: string): Promise<EventRef> {
  const row = await database.inboundEvent.findUniqueOrThrow({ where: { id: BigInt(id) } });
  return { id, receivedAt: row.receivedAt.toISOString(), seen: row.seen };
}

export async function eventStatus(database: PrismaClient, { id }: Pick<EventRef, 'id'>): Promise<string> {
  return (await database.inboundEvent.findUniqueOrThrow({ where: { id: BigInt(id) } })).status;
}
