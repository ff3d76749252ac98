import { Prisma, type PrismaClient } from 'shared/db/client';
import { z } from 'zod';
import type { OrderListQuery } from '../routes/orders/schema.ts';
import { type Cursor, encodeCursor } from '../schemas/paging.ts';
import { waysOf } from './order-filters.ts';
import { orderColumns, orderJoins, type OrderRow, OrderRowSchema } from './order-rows.ts';

type Sql = Prisma.Sql;
type Direction = 'ASC' | 'DESC';

export type OrderPage = { rows: OrderRow[]; nextCursor: string | null };

/**
 * One page of orders, by keyset over `source_created_at, id`: neither moves, so following the cursors shows every order that matches
 * all along exactly once, whatever is written meanwhile. Each way gives at most a page; the page is the first of them together.
 */
export async function listOrders(database: Pick<PrismaClient, '$queryRaw'>, query: OrderListQuery, now: Date): Promise<OrderPage> {
  const rows = z.array(OrderRowSchema).parse(await database.$queryRaw(orderPageSql(query, now)));
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return { rows: page, nextCursor: last ? encodeCursor({ at: last.sourceCreatedAt, id: last.id }) : null };
}

export function orderPageSql(query: OrderListQuery, now: Date): Sql {
  const direction: Direction = query.sort === 'placed' ? 'ASC' : 'DESC';
  const limit = query.limit + 1;
  const order = (of: 'o' | 'page'): Sql => Prisma.raw(`ORDER BY ${of}.source_created_at ${direction}, ${of}.id ${direction}`);
  const takes = waysOf(query, now).flatMap((way) =>
    pastCursor(query.cursor, direction).map(
      (past) => Prisma.sql`(SELECT o.id, o.source_created_at FROM crm."order" o WHERE ${way}${past} ${order('o')} LIMIT ${limit})`,
    ),
  );
  return Prisma.sql`
    SELECT ${orderColumns}
    FROM (SELECT DISTINCT * FROM (${Prisma.join(takes, ' UNION ALL ')}) page ${order('page')} LIMIT ${limit}) page
    JOIN crm."order" o ON o.id = page.id ${orderJoins} ${order('page')}`;
}

/** Orders whose time is not known stand first where the newest do, last where the oldest do; each condition is one range of the index. */
function pastCursor(cursor: Cursor | undefined, direction: Direction): Sql[] {
  if (!cursor) return [Prisma.empty];
  const { at, id } = cursor;
  if (direction === 'DESC') {
    if (at) return [Prisma.sql` AND (o.source_created_at, o.id) < (${at}, ${id}::bigint)`];
    return [Prisma.sql` AND o.source_created_at IS NULL AND o.id < ${id}::bigint`, Prisma.sql` AND o.source_created_at IS NOT NULL`];
  }
  if (!at) return [Prisma.sql` AND o.source_created_at IS NULL AND o.id > ${id}::bigint`];
  return [Prisma.sql` AND (o.source_created_at, o.id) > (${at}, ${id}::bigint)`, Prisma.sql` AND o.source_created_at IS NULL`];
}
