import type { OrderUnavailable } from 'shared/contracts/crm-writes';
import { endEvents } from 'shared/inbox/end-events';
import { causeOf } from 'shared/notifications/cause-of';
import { raiseNotifications } from 'shared/notifications/raise';
import type { Tx } from './apply-snapshots.ts';

/** The marketplace does not know the order or refuses it for good: its rows end with the reason, and staff are told. */
export async function applyUnavailable(tx: Tx, { channel, storeId, code, reason, events }: OrderUnavailable): Promise<void> {
  await endEvents(tx, events, reason);
  await raiseNotifications(tx, [{ kind: 'order_unavailable', channel, storeId, groupKey: causeOf(reason), params: { code, reason }, retryable: false }]);
}
