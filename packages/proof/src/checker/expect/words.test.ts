import { describe, expect, it } from 'vitest';
import { expectedWords } from './words.ts';

describe('the CRM’s words', () => {
  it.each([
    ['UNPAID', [], 'NOT_SHIPPED', 'OPEN'],
    ['READY_TO_SHIP', ['LOGISTICS_REQUEST_CREATED'], 'NOT_SHIPPED', 'OPEN'],
    ['RETRY_SHIP', ['LOGISTICS_PICKUP_RETRY'], 'READY_TO_SHIP', 'OPEN'],
    ['TO_CONFIRM_RECEIVE', ['LOGISTICS_DELIVERY_DONE'], 'DELIVERED', 'OPEN'],
    ['CANCELLED', ['LOGISTICS_LOST'], 'CANCELLED', 'CANCELLED'],
    ['IN_CANCEL', [], 'NOT_SHIPPED', 'CANCELLING'],
    ['IN_CANCEL', ['LOGISTICS_REQUEST_CREATED'], 'READY_TO_SHIP', 'CANCELLING'],
    ['TO_RETURN', ['LOGISTICS_PICKUP_DONE'], 'IN_TRANSIT', 'RETURNING'],
    ['TO_RETURN', ['LOGISTICS_DELIVERY_DONE'], 'DELIVERED', 'RETURNING'],
    ['TO_REFUND', ['LOGISTICS_COD_REJECTED'], 'CANCELLED', 'RETURNING'],
    ['TO_RETURN', ['LOGISTICS_DELIVERY_DONE', 'LOGISTICS_PICKUP_DONE', 'LOGISTICS_LOST'], 'IN_TRANSIT', 'RETURNING'],
    ['TO_RETURN', ['LOGISTICS_NEVER_HEARD_OF'], 'NOT_SHIPPED', 'RETURNING'],
  ])('of %s with packages %j are %s, %s', (status, packages, fulfilment, state) => {
    expect(expectedWords(status, packages)).toEqual({ fulfilment, state });
  });

  it('are none for a word that nobody knows', () => {
    expect(expectedWords('TO_THE_MOON', ['LOGISTICS_READY'])).toBeNull();
  });
});
