import type { ClientBase } from 'pg';
import { request } from 'undici';
import { z } from 'zod';
import { keyOf } from './crm-rows.ts';
import type { Difference } from './difference.ts';

const RowSchema = z.object({ id: z.string(), shopId: z.string(), orderSn: z.string() });
const AnswerSchema = z.object({ shopId: z.coerce.string() });

const ROWS_A_PAGE = 5_000;
const PAGE = `
  SELECT o.id, s.external_id AS "shopId", o.code AS "orderSn"
  FROM crm.order o JOIN channel.store s ON s.id = o.store_id
  WHERE o.channel = 'shopee' AND o.created_at >= $1 AND o.id > $2
  ORDER BY o.id LIMIT ${ROWS_A_PAGE}`;

type Options = { sandboxUrl: string; known: ReadonlySet<string>; since: string };

/** Orders that the CRM has got since then and that the marketplace never had, or had in another shop. */
export async function findStrangers(client: ClientBase, { sandboxUrl, known, since }: Options): Promise<Difference[]> {
  const strangers: Difference[] = [];
  for (let lastId: string | undefined = '0'; lastId !== undefined; ) {
    const { rows } = await client.query(PAGE, [since, lastId]);
    const page = z.array(RowSchema).parse(rows);
    for (const row of page) {
      if (known.has(keyOf(row)) || (await isInSandbox(sandboxUrl, row))) continue;
      strangers.push({ shopId: row.shopId, orderSn: row.orderSn, field: 'order', expected: null, actual: 'in the CRM' });
    }
    lastId = page.at(-1)?.id;
  }
  return strangers;
}

/** One that was there before the part of the ledger that is checked is no stranger. */
async function isInSandbox(sandboxUrl: string, { shopId, orderSn }: z.infer<typeof RowSchema>): Promise<boolean> {
  const { statusCode, body } = await request(`${sandboxUrl}/_sandbox/orders/${encodeURIComponent(orderSn)}`);
  const answer = await body.text();
  return statusCode === 200 && AnswerSchema.parse(JSON.parse(answer)).shopId === shopId;
}
