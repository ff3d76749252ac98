import type { Customer } from '../routes/orders/schema.ts';

/** `Trần Thị` → `T*** T**`: the first letter of each word stays. */
export function maskName(name: string): string {
  return name.trim().split(/\s+/).map(maskWord).join(' ');
}

/** `0900000001` → `******0001`: the last four characters stay, of a short number none. */
export function maskPhone(phone: string): string {
  const characters = [...phone.trim()];
  const shown = characters.length > 4 ? characters.slice(-4) : [];
  return '*'.repeat(characters.length - shown.length) + shown.join('');
}

/** Eight digits and more in a row, however they are parted: a number that leads to a person. */
const LONG_NUMBER = /\p{Nd}(?:[\s.\p{Pd}]{0,3}\p{Nd}){7,}/gu;

/** What a buyer typed, with the phone and account numbers in it masked as a phone is. */
export function maskText(text: string): string {
  return text.replace(LONG_NUMBER, (number) => {
    let left = [...number.matchAll(/\p{Nd}/gu)].length;
    return number.replace(/\p{Nd}/gu, (digit) => ((left -= 1) < 4 ? digit : '*'));
  });
}

/** Where a parcel goes stays readable down to the ward; the house, and whatever else was typed there, does not. */
export function maskCustomer({ name, phone, address }: Customer): Customer {
  return {
    name: name === null ? null : maskName(name),
    phone: phone === null ? null : maskPhone(phone),
    address: address && maskAddress(address),
    masked: true,
  };
}

type Address = NonNullable<Customer['address']>;

function maskAddress(address: Address): Address {
  const line = address.line === null ? null : maskName(address.line);
  const parts = [line, address.ward, address.district, address.province].filter((part) => part !== null && part !== '');
  const masked = line === null && address.full !== null ? maskName(address.full) : parts.join(', ');
  return { ...address, line, full: address.full === null ? null : masked };
}

function maskWord(word: string): string {
  const [first = '', ...rest] = [...word];
  return first + '*'.repeat(rest.length);
}
