type Before = { logistics: string; cod: boolean };

const READY = 'LOGISTICS_READY';
const REQUESTED = 'LOGISTICS_REQUEST_CREATED';

/** The package's state that goes with an order's state; '' = there is no package yet. */
export function logisticsAfter(status: string, before: Before): string {
  switch (status) {
    case 'UNPAID':
      return '';
    case 'PENDING':
      return 'LOGISTICS_NOT_START';
    case 'READY_TO_SHIP':
      return before.logistics === REQUESTED ? REQUESTED : READY;
    case 'PROCESSED':
      return REQUESTED;
    case 'RETRY_SHIP':
      return 'LOGISTICS_PICKUP_RETRY';
    case 'SHIPPED':
      return 'LOGISTICS_PICKUP_DONE';
    case 'TO_CONFIRM_RECEIVE':
    case 'COMPLETED':
      return 'LOGISTICS_DELIVERY_DONE';
    case 'CANCELLED':
      return afterCancel(before);
    default:
      return before.logistics;
  }
}

/** INVALID: cancelled before a pick-up was asked for; REQUEST_CANCELED: after that; on the way the delivery has failed. */
function afterCancel({ logistics, cod }: Before): string {
  switch (logistics) {
    case 'LOGISTICS_NOT_START':
    case READY:
      return 'LOGISTICS_INVALID';
    case REQUESTED:
      return 'LOGISTICS_REQUEST_CANCELED';
    case 'LOGISTICS_PICKUP_RETRY':
      return 'LOGISTICS_PICKUP_FAILED';
    case 'LOGISTICS_PICKUP_DONE':
      return cod ? 'LOGISTICS_COD_REJECTED' : 'LOGISTICS_DELIVERY_FAILED';
    default:
      return logistics;
  }
}
