import { createHash } from 'node:crypto';

/**
 * The same for two bodies that tell the same: a hash over everything but what a repeat changes.
 * Better a spare row (one fetch more) than a wrong match (a change lost), so nothing else is left out.
 */
export function dedupeKeyOf(channel: string, body: Uint8Array, parsed: unknown, repeatFields: readonly string[]): string {
  const content = parsed && typeof parsed === 'object' ? JSON.stringify(without(parsed, repeatFields)) : body;
  return createHash('sha256').update(`${channel}|`).update(content).digest('hex');
}

function without(parsed: object, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parsed).filter(([name]) => !fields.includes(name)));
}
