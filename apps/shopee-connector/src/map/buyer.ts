import type { Buyer } from 'shared/domain/order-snapshot';
import { type OnUnread, readFields } from 'shared/mapping/fields/read-fields';
import { shopeeAddressFields, shopeeBuyerFields, shopeePersonFields } from 'shared/mapping/fields/shopee';
import { z } from 'zod';
import type { OrderDetail } from '../api/order-detail.ts';

const text = z.string().nullable().default(null);
const AddressSchema = z.object({ ward: text, district: text, province: text, country: text, full: text });
const PersonSchema = z.object({ name: z.string().optional(), phone: z.string().optional() });
type Recipient = Readonly<Record<string, unknown>>;

/** Who gets the parcel and what they wrote; null where nothing of it was told. Any field may be masked. */
export function mapBuyer(detail: OrderDetail, skip: OnUnread): Buyer | null {
  const buyer: Buyer = { ...readFields(shopeeBuyerFields, detail, skip), ...mapRecipient(detail.recipient_address ?? {}, skip) };
  return Object.keys(buyer).length > 0 ? buyer : null;
}

function mapRecipient(recipient: Recipient, skip: OnUnread): Buyer {
  const { name, phone } = PersonSchema.parse(readFields(shopeePersonFields, recipient, skip));
  const address = AddressSchema.parse(readFields(shopeeAddressFields, recipient, skip));
  const isTold = Object.values(address).some((value) => value !== null);
  return { ...(name && { name }), ...(phone && { phone }), ...(isTold && { address: { line: lineOf(address), ...address } }) };
}

/** House number and street: what stands in the full address before the ward. */
function lineOf({ full, ward }: z.infer<typeof AddressSchema>): string | null {
  const end = full && ward ? full.indexOf(`, ${ward}`) : -1;
  return full && end > 0 ? full.slice(0, end) : null;
}
