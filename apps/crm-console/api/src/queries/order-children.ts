import { Prisma, type PrismaClient } from 'shared/db/client';
import { z } from 'zod';
import { type LineRow, LineRowSchema, type PackageRow, PackageRowSchema } from './order-rows.ts';

export type OrderChildren = { lines: Map<string, LineRow[]>; packages: Map<string, PackageRow[]> };

/** Lines and packages of all orders of a page: two statements, however many orders. What vanished at the marketplace is left out. */
export async function readOrderChildren(database: Pick<PrismaClient, '$queryRaw'>, orderIds: readonly string[]): Promise<OrderChildren> {
  if (orderIds.length === 0) return { lines: new Map(), packages: new Map() };
  const lines = database.$queryRaw(Prisma.sql`
    SELECT id::text AS id, order_id::text AS "orderId", name, variation, product_code AS "productCode", quantity::text AS quantity,
      quoted_price::text AS "quotedPrice", sale_price_vat::text AS "salePriceVat", image_url AS "imageUrl",
      cancelled_quantity::text AS "cancelledQuantity"
    FROM crm.order_line WHERE order_id = ANY(${orderIds}::bigint[]) AND NOT vanished ORDER BY order_id, position, id`);
  const packages = database.$queryRaw(Prisma.sql`
    SELECT order_id::text AS "orderId", number, tracking_number AS "trackingNumber", carrier, status
    FROM crm.order_package WHERE order_id = ANY(${orderIds}::bigint[]) AND NOT vanished ORDER BY order_id, position, id`);
  const [lineRows, packageRows] = await Promise.all([lines, packages]);
  return { lines: byOrder(z.array(LineRowSchema).parse(lineRows)), packages: byOrder(z.array(PackageRowSchema).parse(packageRows)) };
}

const byOrder = <Row extends { orderId: string }>(rows: readonly Row[]): Map<string, Row[]> => Map.groupBy(rows, ({ orderId }) => orderId);
