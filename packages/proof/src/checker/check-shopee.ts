/**
 * Compares every order that the sandbox knows with what the CRM has of it, field by field. It shares no table with the services
 * (what must be is written down again in `expect/`, from the documents), since a checker that reads our mapping cannot find its faults.
 */
import pg from 'pg';
import { compareOrder } from './compare-order.ts';
import { keyOf, readCrmOrders } from './crm-rows.ts';
import type { Difference } from './difference.ts';
import { leftOverRows } from './inbox.ts';
import { ledgerPages } from './ledger.ts';
import { findStrangers } from './strangers.ts';

export type CheckOptions = {
  sandboxUrl: string;
  databaseUrl: string;
  /** Only orders with this running number or a later one; default: all. */
  fromCursor?: number;
  /**
   * ISO time of the database: what the CRM and the inbox got before it is of no concern. The database may remember orders of a
   * sandbox that has forgotten them. Default: the beginning.
   */
  since?: string;
};

export type CheckResult = {
  /** In the part of the ledger that was checked. */
  orders: number;
  /** Of these, stubs not counted. */
  ordersInCrm: number;
  differences: Difference[];
};

const BEGINNING = '-infinity';

/** Nothing should move meanwhile: wait until the play is over and the inbox is empty (`waitUntilSettled`). */
export async function checkShopee({ sandboxUrl, databaseUrl, fromCursor = 0, since = BEGINNING }: CheckOptions): Promise<CheckResult> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const known = new Set<string>();
    const differences: Difference[] = [];
    let ordersInCrm = 0;
    for await (const entries of ledgerPages(sandboxUrl, fromCursor)) {
      const rows = await readCrmOrders(client, entries);
      for (const entry of entries) {
        const row = rows.get(keyOf(entry));
        known.add(keyOf(entry));
        if (row && !row.stub) ordersInCrm += 1;
        differences.push(...compareOrder(entry, row));
      }
    }
    differences.push(...(await findStrangers(client, { sandboxUrl, known, since })), ...(await leftOverRows(client, since)));
    return { orders: known.size, ordersInCrm, differences };
  } finally {
    await client.end();
  }
}
