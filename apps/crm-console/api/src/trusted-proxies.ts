/** Which proxies' `x-forwarded-for` counts: none, those at these addresses, or so many hops from us. */
export type TrustedProxies = false | string[] | ((address: string, hop: number) => boolean);

/** TRUST_PROXY: a number of hops, or addresses and networks separated by commas. Absent: none. */
export function trustedProxies(text: string | undefined): TrustedProxies {
  if (text === undefined) return false;
  if (!/^\d+$/.test(text)) return text.split(',').map((part) => part.trim());
  const hops = Number(text);
  return (_address, hop) => hop < hops;
}
