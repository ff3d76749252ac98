import { Prisma, type PrismaClient } from 'shared/db/client';
import { fulfilmentStatuses } from 'shared/domain/order-words';
import { z } from 'zod';
import { type OrderCounts, OrderCountsSchema, type OrderFilters } from '../routes/orders/schema.ts';
import { waysOf } from './order-filters.ts';

/** So far is counted; more than that is "more than that", and costs no more. */
export const COUNT_LIMIT = 10_000;

type BaseFilters = Omit<OrderFilters, 'fulfilmentStatus' | 'state'>;

/** How many orders each tab shows, in one statement. */
export async function countOrders(database: Pick<PrismaClient, '$queryRaw'>, filters: BaseFilters, now: Date): Promise<OrderCounts> {
  const tabs: [string, OrderFilters][] = [
    ['all', filters],
    ...fulfilmentStatuses.map((word): [string, OrderFilters] => [word, { ...filters, fulfilmentStatus: [word] }]),
    ['CANCELLING', { ...filters, state: ['CANCELLING'] }],
    ['RETURNING', { ...filters, state: ['RETURNING'] }],
  ];
  const columns = tabs.map(([name, of]) => Prisma.sql`(${countSql(of, now)}) AS ${Prisma.raw(`"${name}"`)}`);
  const rows = z.array(z.record(z.string(), z.int())).parse(await database.$queryRaw(Prisma.sql`SELECT ${Prisma.join(columns)}`));
  return OrderCountsSchema.parse({ ...rows[0], limit: COUNT_LIMIT });
}

function countSql(filters: OrderFilters, now: Date): Prisma.Sql {
  const most = COUNT_LIMIT + 1;
  const takes = waysOf(filters, now).map((way) => Prisma.sql`(SELECT o.id FROM crm."order" o WHERE ${way} LIMIT ${most})`);
  const ids = takes.length > 1 ? Prisma.sql`SELECT DISTINCT id FROM (${Prisma.join(takes, ' UNION ALL ')}) found LIMIT ${most}` : Prisma.join(takes);
  return Prisma.sql`SELECT count(*)::int FROM (${ids}) counted`;
}
