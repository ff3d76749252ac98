import { createHash } from 'node:crypto';
import { Prisma, type PrismaClient } from 'shared/db/client';
import { type ConnectedChannel, ConnectedChannelSchema } from 'shared/domain/channel';
import { AppError } from 'shared/errors/app-error';
import { insertEvents } from 'shared/inbox/insert-events';
import { createTraceId } from 'shared/log/trace-id';
import { z } from 'zod';
import { actorOf, type Caller } from '../auth/caller.ts';
import { writeAudit } from './write-audit.ts';

const SourceSchema = z.object({ channel: z.string(), storeId: z.string(), externalId: z.string(), code: z.string() });

export type RefreshWish = { orderId: string; caller: Caller; requestId: string };
export type RefreshAccepted = { eventId: string; status: string; channel: ConnectedChannel; storeId: string };

/**
 * Asks for an order to be fetched: a row of the inbox, before sweeps and imports. Each wish is a row of its own; one fetch ends them all.
 * Waking the lane is the caller's; where the wake-up is lost, the relay finds the row within a second.
 */
export async function requestRefresh(database: PrismaClient, { orderId, caller, requestId }: RefreshWish): Promise<RefreshAccepted> {
  return database.$transaction(async (sql) => {
    const [found] = await sql.$queryRaw<unknown[]>(Prisma.sql`
      SELECT o.channel, o.store_id::text AS "storeId", s.external_id AS "externalId", o.code
      FROM crm."order" o JOIN channel.store s ON s.id = o.store_id WHERE o.id = ${orderId}::bigint AND NOT o.stub`);
    if (found === undefined) throw new AppError({ code: 'NOT_FOUND', details: { orderId } });
    const { storeId, externalId, code, ...source } = SourceSchema.parse(found);
    const channel = ConnectedChannelSchema.safeParse(source.channel);
    if (!channel.success) throw new AppError({ code: 'ORDER_HAS_NO_SOURCE', details: { orderId } });
    const [event] = await insertEvents(sql, [{
      channel: channel.data, externalStoreId: externalId, origin: 'staff', kind: 'order', key: code, expects: null,
      body: Buffer.from(JSON.stringify({ orderId, by: actorOf(caller) })),
      dedupeKey: createHash('sha256').update(`refresh ${orderId} ${requestId}`).digest('hex'),
      status: 'received', reason: null, traceId: createTraceId(),
    }]);
    if (!event) throw new AppError({ code: 'INTERNAL', details: { orderId } });
    await writeAudit(sql, { caller, action: 'order.refresh', subject: { type: 'order', id: orderId }, requestId });
    return { eventId: event.id, status: event.status, channel: channel.data, storeId };
  });
}
