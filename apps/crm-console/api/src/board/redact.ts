/** Fields of a job that nobody needs to see in Bull Board: people, and what opens doors. Compared without capitals and underscores. */
const SEALED = new Set(['buyer']);
const HIDDEN = new Set([
  'recipient', 'recipientname', 'recipientphone', 'recipientaddress', 'correctedrecipient', 'customer', 'buyermessage', 'buyerid', 'phone', 'address',
  'email', 'accesstoken', 'refreshtoken', 'token', 'authorization', 'cookie', 'password', 'secret', 'clientsecret', 'partnerkey', 'apikey', 'sign',
  'sealed', 'body',
]);

/** A copy of a job's data or result that may be shown. */
export function redactJob(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redactJob);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, redactField(key, inner)]));
}

function redactField(key: string, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  const name = key.replaceAll('_', '').toLowerCase();
  if (SEALED.has(name)) return '[sealed]';
  return HIDDEN.has(name) ? '[redacted]' : redactJob(value);
}
