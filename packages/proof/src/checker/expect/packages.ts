import type { CrmPackage } from '../crm-rows.ts';
import { differing, type Finding } from '../difference.ts';
import type { LedgerEntry } from '../ledger.ts';
import { given, trimmed } from './values.ts';

/** Each package with Shopee's own word for it, its carrier, and the tracking number once the carrier has given one. */
export function comparePackages({ order, trackingNumber }: LedgerEntry, packages: readonly CrmPackage[]): Finding[] {
  const expected = new Map(order.package_list.map((parcel) => [parcel.package_number, parcel]));
  const actual = new Map(packages.map((parcel) => [parcel.number, parcel]));
  return [...new Set([...expected.keys(), ...actual.keys()])].flatMap((number) => {
    const [wanted, found] = [expected.get(number), actual.get(number)];
    const name = `package ${number}`;
    if (!wanted || !found) return differing(name, wanted ? 'there' : null, found ? 'there' : null);
    return [
      ...differing(`${name} status`, trimmed(wanted.logistics_status), found.status),
      ...differing(`${name} carrier`, given(wanted.shipping_carrier), found.carrier),
      ...differing(`${name} trackingNumber`, given(trackingNumber), found.trackingNumber),
    ];
  });
}
