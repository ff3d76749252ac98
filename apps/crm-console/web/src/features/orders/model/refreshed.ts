import type { components } from '../../../lib/api-types.generated.ts';

type Event = Pick<components['schemas']['Event'], 'status' | 'reasonLabel'>;

export type Refreshed = { outcome: 'done' | 'parked' | 'slow' } | { outcome: 'failed'; reason: Event['reasonLabel'] };

/** What became of a refresh; undefined while it waits. Only an end without a reason is a good one: a refusal by the marketplace ends a row too. */
export function refreshedBy({ status, reasonLabel }: Event): Refreshed | undefined {
  switch (status) {
    case 'received': return undefined;
    case 'parked': return { outcome: 'parked' };
    case 'done': return reasonLabel === null ? { outcome: 'done' } : { outcome: 'failed', reason: reasonLabel };
    case 'failed': case 'stale': case 'ignored': return { outcome: 'failed', reason: reasonLabel };
  }
}
