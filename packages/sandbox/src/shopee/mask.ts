import type { Recipient } from '../world/people.ts';

/** Starred as Shopee does without an IP whitelist: `N******ử`, `******01`, `1 ******`. */
export function maskRecipient(recipient: Recipient): Recipient {
  return { ...recipient, name: maskName(recipient.name), phone: `******${recipient.phone.slice(-2)}`, full_address: maskAddress(recipient.full_address) };
}

function maskName(name: string): string {
  const letters = [...new Intl.Segmenter('vi').segment(name)].map(({ segment }) => segment);
  const [first = '', last = ''] = [letters.at(0), letters.at(-1)];
  return letters.length < 2 ? '****' : `${first}******${last}`;
}

function maskAddress(address: string): string {
  const [first = ''] = address.split(' ');
  return `${first} ******`;
}
