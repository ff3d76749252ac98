import type { Buyer } from 'shared/domain/order-snapshot';
import { readFields } from 'shared/mapping/fields/read-fields';
import { shopeeAddressFields, shopeeBuyerFields } from 'shared/mapping/fields/shopee';
import { transforms } from 'shared/mapping/fields/transforms';
import { z } from 'zod';
import type { OrderDetail } from '../api/order-detail.ts';

const text = z.string().nullable().default(null);
const AddressSchema = z.object({ ward: text, district: text, province: text, country: text, full: text });
type Recipient = Readonly<Record<string, unknown>>;

/** Who gets the parcel and what they wrote; null where nothing of it was told. Any field may be masked. */
export function mapBuyer(detail: OrderDetail): Buyer | null {
  const buyer: Buyer = { ...readFields(shopeeBuyerFields, detail), ...mapRecipient(detail.recipient_address ?? {}) };
  return Object.keys(buyer).length > 0 ? buyer : null;
}

function mapRecipient(recipient: Recipient): Buyer {
  const name = transforms.name(recipient['name'] ?? null);
  const phone = transforms.name(recipient['phone'] ?? null);
  const address = AddressSchema.parse(readFields(shopeeAddressFields, recipient));
  const isTold = Object.values(address).some((value) => value !== null);
  return { ...(name && { name }), ...(phone && { phone }), ...(isTold && { address: { line: lineOf(address), ...address } }) };
}

/** House number and street: what stands in the full address before the ward. */
function lineOf({ full, ward }: z.infer<typeof AddressSchema>): string | null {
  const end = full && ward ? full.indexOf(`, ${ward}`) : -1;
  return full && end > 0 ? full.slice(0, end) : null;
}
