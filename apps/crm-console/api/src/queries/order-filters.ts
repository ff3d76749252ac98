import { Prisma } from 'shared/db/client';
import { channels } from 'shared/domain/channel';
import { notHandedOver, overStates } from '../map/late.ts';
import type { OrderFilters } from '../routes/orders/schema.ts';

type Sql = Prisma.Sql;

/** More ways than this, and the values of a filter stay together in one `= ANY`. */
const MAX_WAYS = 40;

/**
 * The filters as ways into the table `crm."order" o`: an order matches if it matches one way, and each way names single values,
 * so that PostgreSQL reads it in the list's order from the index of that filter and stops after a page. One `= ANY` over all values
 * could not: it would sort every match, or walk the list past all that do not match.
 */
export function waysOf(filters: OrderFilters, now: Date): Sql[] {
  const choices = [searchWays(filters.q), problemWays(filters.problem, now), ...wordWays(filters)].filter((ways) => ways.length > 0);
  const product = choices.reduce<Sql[]>((ways, next) => {
    if (ways.length * next.length > MAX_WAYS) return ways.map((way) => Prisma.sql`${way} AND (${Prisma.join(next, ' OR ')})`);
    return ways.flatMap((way) => next.map((one) => Prisma.sql`${way} AND ${one}`));
  }, [Prisma.sql`NOT o.stub`]);
  return product.map((way) => Prisma.sql`${way}${placedBetween(filters)}`);
}

function wordWays({ channel, storeId, channelStatus, fulfilmentStatus, paymentStatus, state }: OrderFilters): Sql[][] {
  return [
    (state ?? []).map((word) => Prisma.sql`o.state = ${word}`),
    (fulfilmentStatus ?? []).map((word) => Prisma.sql`o.fulfilment_status = ${word}`),
    (storeId ?? []).map((id) => Prisma.sql`o.store_id = ${id}::bigint`),
    channelStatus?.length ? pairs(channel?.length ? channel : channels, channelStatus) : (channel ?? []).map(ofChannel),
    (paymentStatus ?? []).map((word) => Prisma.sql`o.payment_status = ${word}`),
  ];
}

/** The index of the marketplaces' words begins with the channel. */
const pairs = (ofChannels: readonly string[], words: readonly string[]): Sql[] =>
  ofChannels.flatMap((channel) => words.map((word) => Prisma.sql`o.channel = ${channel} AND o.channel_status = ${word}`));

const ofChannel = (channel: string): Sql => Prisma.sql`o.channel = ${channel}`;

/** A code's beginning, a tracking number's beginning, a whole SKU. Codes are written in capitals, people type small letters. */
function searchWays(q: string | undefined): Sql[] {
  if (!q) return [];
  const spellings = [...new Set([q, q.toUpperCase()])];
  return spellings.flatMap((spelling) => {
    const beginning = `${spelling.replace(/[\\%_]/g, '\\$&')}%`;
    return [
      Prisma.sql`o.code LIKE ${beginning}`,
      Prisma.sql`o.id IN (SELECT p.order_id FROM crm.order_package p WHERE p.tracking_number LIKE ${beginning})`,
      Prisma.sql`o.id IN (SELECT l.order_id FROM crm.order_line l WHERE l.product_code = ${spelling} AND NOT l.vanished)`,
    ];
  });
}

/** LATE is not stored: the ship-by time has passed and the goods are still here (map/late.ts says the same of one order). */
function problemWays(problems: OrderFilters['problem'], now: Date): Sql[] {
  const stored = (problems ?? []).filter((problem) => problem !== 'LATE');
  const ways = stored.length > 0 ? [Prisma.sql`o.problems && ${stored}::text[] AND o.problems <> '{}'`] : [];
  if (!problems?.includes('LATE')) return ways;
  const late = notHandedOver.map(
    (word) => Prisma.sql`o.fulfilment_status = ${word} AND o.ship_by < ${now} AND (o.state IS NULL OR o.state NOT IN (${Prisma.join([...overStates])}))`,
  );
  return [...ways, ...late];
}

function placedBetween({ from, to }: OrderFilters): Sql {
  const after = from ? Prisma.sql` AND o.source_created_at >= ${from}` : Prisma.empty;
  const before = to ? Prisma.sql` AND o.source_created_at < ${to}` : Prisma.empty;
  return Prisma.sql`${after}${before}`;
}
