import { describe, expect, it } from 'vitest';
import { shopeeStatuses } from '../mapping/status/shopee.ts';
import { type Expectation, showsExpected } from './expectation.ts';

const at = (second: number): string => new Date(Date.UTC(2026, 6, 14, 3, 0, second)).toISOString();
const shows = (expects: Expectation | null, word: string, second = 5): boolean =>
  showsExpected(expects, { sourceUpdatedAt: at(second), word, facts: { packages: [{ number: 'OFG1', carrier: null, status: null }], trackingNumbers: { OFG1: 'SPXVN1', OFG2: 'SPXVN9' } } }, shopeeStatuses);

describe('showsExpected', () => {
  it('is content with anything where nothing is expected', () => {
    expect(shows(null, 'UNPAID')).toBe(true);
  });

  it.each([
    ['an older time of change', 4, false],
    ['the same time', 5, true],
    ['a newer time', 6, true],
  ])('says of %s', (_, second, expected) => {
    expect(shows({ updatedAt: at(5) }, 'SHIPPED', second)).toBe(expected);
  });

  it.each([
    ['the word itself', 'SHIPPED', 'SHIPPED', true],
    ['a later word', 'PROCESSED', 'SHIPPED', true],
    ['an earlier word, as a late copy shows it', 'COMPLETED', 'TO_RETURN', false],
    ['a request that was then refused', 'PROCESSED', 'IN_CANCEL', false],
    ['a request that came after', 'SHIPPED', 'IN_CANCEL', false],
    ['a pick-up that then failed', 'RETRY_SHIP', 'PROCESSED', false],
    ['a word that no table knows', 'SHIPPED', 'TO_THE_MOON', false],
    ['another word where that is expected', 'TO_THE_MOON', 'SHIPPED', false],
  ])('within one second, of %s', (_, word, shown, expected) => {
    expect(shows({ updatedAt: at(5), word }, shown)).toBe(expected);
  });

  it('asks nothing of the word at a later second: another event tells of it', () => {
    expect(shows({ updatedAt: at(5), word: 'COMPLETED' }, 'TO_RETURN', 6)).toBe(true);
  });

  it('does not count a tracking number without its package', () => {
    expect(shows({ tracking: { packageNumber: 'OFG2', number: 'SPXVN9' } }, 'PROCESSED')).toBe(false);
  });

  it.each([
    ['SPXVN1', true],
    ['SPXVN2', false],
  ])('wants tracking number %s on its package', (number, expected) => {
    expect(shows({ tracking: { packageNumber: 'OFG1', number } }, 'PROCESSED')).toBe(expected);
  });
});
