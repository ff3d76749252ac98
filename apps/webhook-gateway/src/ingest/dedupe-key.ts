import { createHash } from 'node:crypto';

export type Told = {
  channel: string;
  body: Uint8Array;
  /** The body, read; anything but an object where it could not be. */
  parsed: unknown;
  /** What a repeat of the same change may have otherwise. */
  repeatFields: readonly string[];
};

/**
 * The same for two bodies that tell the same: a hash over everything but what a repeat changes.
 * Better a spare row (one fetch more) than a wrong match (a change lost), so nothing else is left out.
 */
export function dedupeKeyOf({ channel, body, parsed, repeatFields }: Told): string {
  const content = parsed && typeof parsed === 'object' ? JSON.stringify(without(parsed, repeatFields)) : body;
  return createHash('sha256').update(`${channel}|`).update(content).digest('hex');
}

function without(parsed: object, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parsed).filter(([name]) => !fields.includes(name)));
}
