import { Prisma, type PrismaClient } from 'shared/db/client';
import { AppError } from 'shared/errors/app-error';
import type { OrderParts } from '../map/order.ts';
import { readOrderChildren } from './order-children.ts';
import { orderColumns, orderJoins, OrderRowSchema } from './order-rows.ts';

/** One order with its lines and packages. A stub is not there yet. */
export async function readOrder(database: Pick<PrismaClient, '$queryRaw'>, id: string): Promise<OrderParts> {
  const [found] = await database.$queryRaw<unknown[]>(
    Prisma.sql`SELECT ${orderColumns} FROM crm."order" o ${orderJoins} WHERE o.id = ${id}::bigint AND NOT o.stub`,
  );
  if (found === undefined) throw new AppError({ code: 'NOT_FOUND', details: { orderId: id } });
  const { lines, packages } = await readOrderChildren(database, [id]);
  return { row: OrderRowSchema.parse(found), lines: lines.get(id) ?? [], packages: packages.get(id) ?? [] };
}
