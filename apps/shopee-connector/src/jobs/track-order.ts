import type { OrderRequest } from 'connector-kit/lanes/drain-lane';
import type { Fetched, Untracked } from 'connector-kit/lanes/fetch-in-halves';
import type { FetchedOrder } from 'connector-kit/lanes/sort-outcomes';
import { digestOf } from 'connector-kit/snapshot/digest';
import { AppError } from 'shared/errors/app-error';
import type { ErrorCode } from 'shared/errors/error-codes';
import type { ShopAccess, ShopeeClient } from '../api/client.ts';

type Deps = { client: Pick<ShopeeClient, 'trackingNumber'>; shop: ShopAccess };
type Shown = Extract<Fetched<FetchedOrder>, { outcome: 'snapshot' }>;

/** "There is none (yet)": the event that expects it stays open and is read again. */
const saysNone: ReadonlySet<ErrorCode> = new Set(['MARKETPLACE_NOT_FOUND', 'MARKETPLACE_REFUSED']);
const passing: ReadonlySet<ErrorCode> = new Set([
  'MARKETPLACE_UNAVAILABLE', 'MARKETPLACE_RATE_LIMITED', 'MARKETPLACE_DAILY_LIMIT', 'MARKETPLACE_TOKEN_EXPIRED',
]);

/** Asks for the tracking numbers that were told and that the detail does not show; where that call fails, the order is still shown. */
export async function trackOrder({ client, shop }: Deps, { code, tracking }: OrderRequest, shown: Shown): Promise<Shown> {
  const known = shown.snapshot.facts.trackingNumbers ?? {};
  const wanted = tracking.filter(({ packageNumber, number }) => known[packageNumber] !== number).map(({ packageNumber }) => packageNumber);
  const found: Record<string, string> = {};
  let untracked: Untracked | undefined;
  for (const packageNumber of new Set(wanted)) {
    try {
      const number = await client.trackingNumber(shop, code, packageNumber);
      if (number) found[packageNumber] = number;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (saysNone.has(error.code)) continue;
      untracked = { reason: error.publicMessage, mayPass: passing.has(error.code) };
      break;
    }
  }
  return { ...withNumbers(shown, found), ...(untracked && { untracked }) };
}

function withNumbers(shown: Shown, found: Readonly<Record<string, string>>): Shown {
  if (Object.keys(found).length === 0) return shown;
  const { facts, version } = shown.snapshot;
  const trackingNumbers = { ...facts.trackingNumbers, ...found };
  return { ...shown, snapshot: { ...shown.snapshot, facts: { ...facts, trackingNumbers }, version: { ...version, digest: digestOf([version.digest, found]) } } };
}
