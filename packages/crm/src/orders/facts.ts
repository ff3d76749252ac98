import type { Buyer, OrderFacts, OrderSnapshot, SnapshotLine, SnapshotPackage } from 'shared/domain/order-snapshot';
import type { FulfilmentStatus, OrderState } from 'shared/domain/order-words';

/** What the status table made of a word it knows. */
export type Words = { fulfilment: FulfilmentStatus; state: OrderState };

type PlainFacts = Omit<OrderFacts, 'lines' | 'packages' | 'trackingNumbers'>;

/**
 * An order's facts, flat: each has a name, a value and (kept beside it) the version of the snapshot that told it.
 * `lines` and `packages` say which there are, in order; `line/…`, `package/…`, `tracking/…` say what each is like, so that
 * one that vanished keeps what it last was.
 */
export type FactMap = Partial<{ [N in keyof PlainFacts]: PlainFacts[N] }> & {
  words?: Words;
  buyerId?: string | null;
  buyerMessage?: string | null;
  cancelReason?: string | null;
  recipientName?: string;
  recipientPhone?: string;
  recipientAddress?: NonNullable<Buyer['address']>;
  lines?: string[];
  packages?: string[];
  [line: `line/${string}`]: SnapshotLine;
  [parcel: `package/${string}`]: SnapshotPackage;
  [tracking: `tracking/${string}`]: string;
};

/** Facts about a person: a masked value never takes the place of a clear one (R24). */
const personalFacts: ReadonlySet<string> = new Set(['recipientName', 'recipientPhone', 'recipientAddress']);

export const isPersonal = (name: string): boolean => personalFacts.has(name);

/** Marketplaces mask with stars, per field; a masked value is a text that is not empty. */
export const isMasked = (value: unknown): boolean => JSON.stringify(value ?? '').includes('*');

/** Everything that a snapshot tells; what it does not tell is absent. */
export function factsOf({ status, facts }: Pick<OrderSnapshot, 'status' | 'facts'>, buyer: Buyer | null): FactMap {
  const { lines, packages, trackingNumbers, ...plain } = facts;
  const told: FactMap = { ...plain };
  if (status.known) told.words = { fulfilment: status.fulfilment, state: status.state };
  Object.assign(told, buyerFactsOf(buyer ?? {}));
  if (lines) told.lines = lines.map(({ key }) => key);
  for (const line of lines ?? []) told[`line/${line.key}`] = line;
  if (packages) told.packages = packages.map(({ number }) => number);
  for (const parcel of packages ?? []) told[`package/${parcel.number}`] = parcel;
  // A number belongs to a package; of one that the same answer does not show, it is told again with it.
  for (const { number } of packages ?? []) {
    const tracking = trackingNumbers?.[number];
    if (tracking !== undefined) told[`tracking/${number}`] = tracking;
  }
  return told;
}

function buyerFactsOf({ id, message, cancelReason, name, phone, address }: Buyer): FactMap {
  return {
    ...(id !== undefined && { buyerId: id }),
    ...(message !== undefined && { buyerMessage: message }),
    ...(cancelReason !== undefined && { cancelReason }),
    ...(name && { recipientName: name }),
    ...(phone && { recipientPhone: phone }),
    ...(address && { recipientAddress: address }),
  };
}
