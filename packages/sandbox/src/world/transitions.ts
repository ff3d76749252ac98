/** The ways an order may go (documentation: order status guide, developer-guide/31), with how often each is gone in an invented life. */
export const transitions = {
  UNPAID: { READY_TO_SHIP: 88, PENDING: 6, CANCELLED: 6 },
  PENDING: { READY_TO_SHIP: 90, CANCELLED: 10 },
  READY_TO_SHIP: { PROCESSED: 91, IN_CANCEL: 6, CANCELLED: 3 },
  PROCESSED: { SHIPPED: 89, RETRY_SHIP: 5, IN_CANCEL: 4, CANCELLED: 2 },
  RETRY_SHIP: { PROCESSED: 85, CANCELLED: 15 },
  SHIPPED: { TO_CONFIRM_RECEIVE: 92, TO_RETURN: 3, CANCELLED: 5 },
  TO_CONFIRM_RECEIVE: { COMPLETED: 92, TO_RETURN: 8 },
  TO_RETURN: { COMPLETED: 70, CANCELLED: 30 },
  IN_CANCEL: { READY_TO_SHIP: 40, PROCESSED: 40, CANCELLED: 60 },
  COMPLETED: {},
  CANCELLED: {},
} as const satisfies Record<string, Record<string, number>>;

const byWord = new Map<string, ReadonlyMap<string, number>>(
  Object.entries(transitions).map(([status, next]) => [status, new Map<string, number>(Object.entries(next))]),
);

export function isKnownStatus(status: string): boolean {
  return byWord.has(status);
}

/** Where an order with this history may go, with weights. A refused cancellation goes back to where the order stood, nowhere else. */
export function nextStatuses(history: readonly string[]): ReadonlyMap<string, number> {
  const current = history.at(-1) ?? '';
  const next = byWord.get(current) ?? new Map<string, number>();
  if (current !== 'IN_CANCEL') return next;
  const before = history.findLast((status) => status !== 'IN_CANCEL');
  return new Map([...next].filter(([status]) => status === before || status === 'CANCELLED'));
}

/** Where a life may begin: cash on delivery needs no payment first. */
export function firstStatuses(cod: boolean): readonly [string, ...string[]] {
  return cod ? ['READY_TO_SHIP', 'PENDING'] : ['UNPAID'];
}
