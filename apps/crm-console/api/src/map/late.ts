import type { FulfilmentStatus, OrderState } from 'shared/domain/order-words';

/** Words of an order that has not been handed to the carrier; `queries/order-filters.ts` asks the database the same. */
export const notHandedOver = ['NOT_SHIPPED', 'READY_TO_SHIP'] as const satisfies readonly FulfilmentStatus[];
export const overStates = ['CANCELLED', 'COMPLETED'] as const satisfies readonly OrderState[];

type Timed = { shipBy: Date | null; fulfilmentStatus: FulfilmentStatus | null; state: OrderState | null };

/** LATE is never stored: it comes with time alone. */
export function isLate({ shipBy, fulfilmentStatus, state }: Timed, now: Date): boolean {
  if (!shipBy || shipBy >= now) return false;
  return notHandedOver.some((word) => word === fulfilmentStatus) && !overStates.some((word) => word === state);
}
