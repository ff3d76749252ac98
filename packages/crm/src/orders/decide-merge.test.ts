import fc from 'fast-check';
import { parseMoney } from 'shared/domain/money';
import type { Buyer } from 'shared/domain/order-snapshot';
import { aLine, anOrderSnapshot } from 'shared/testing/an-order-snapshot';
import { describe, expect, it } from 'vitest';
import { decideMerge, type Told } from './decide-merge.ts';
import { decideProblems, decideWords } from './decide-words.ts';
import { factsOf } from './facts.ts';
import { emptyRecord, type OrderRecord } from './order-record.ts';

const at = (second: number): string => new Date(Date.UTC(2026, 6, 14, 3, 0, second)).toISOString();

type Given = { updated: number; fetched?: number; rank?: number; buyer?: Buyer } & Omit<NonNullable<Parameters<typeof anOrderSnapshot>[0]>, 'buyer'>;

function told({ updated, fetched = updated, rank = 20, buyer, ...over }: Given): Told {
  const snapshot = anOrderSnapshot({ ...over, version: { sourceUpdatedAt: at(updated), fetchedAt: at(fetched), rank, digest: JSON.stringify([over, buyer]) } });
  return { version: snapshot.version, channelStatus: snapshot.status.word, facts: factsOf(snapshot, buyer ?? null) };
}

const mergeAll = (all: readonly Told[]): OrderRecord => all.reduce((record, one) => decideMerge(record, one).record, emptyRecord);
const shipped = { known: true, word: 'SHIPPED', fulfilment: 'IN_TRANSIT', state: 'OPEN' } as const;
const unknown = { known: false, word: 'TO_THE_MOON' } as const;

describe('decideMerge', () => {
  it('keeps the newer snapshot when the older arrives later', () => {
    const record = mergeAll([told({ updated: 2, status: shipped }), told({ updated: 1 })]);
    expect(record).toMatchObject({ channelStatus: 'SHIPPED', facts: { words: { fulfilment: 'IN_TRANSIT' } } });
  });

  it('lets a refresh heal a status that went back within one second, since it was fetched later', () => {
    const inCancel = { known: true, word: 'IN_CANCEL', fulfilment: 'READY_TO_SHIP', state: 'CANCELLING' } as const;
    const refused = { known: true, word: 'PROCESSED', fulfilment: 'READY_TO_SHIP', state: 'OPEN' } as const;
    const both = [told({ updated: 5, fetched: 6, rank: 35, status: inCancel }), told({ updated: 5, fetched: 9, rank: 30, status: refused })];
    expect(mergeAll(both).channelStatus).toBe('PROCESSED');
    expect(mergeAll(both.toReversed()).channelStatus).toBe('PROCESSED');
  });

  it('moves the word of the marketplace alone when it does not know the new one, in either order of arrival', () => {
    const all = [told({ updated: 1 }), told({ updated: 2, status: shipped }), told({ updated: 3, status: unknown })];
    for (const order of [all, all.toReversed()]) {
      const record = mergeAll(order);
      expect(record).toMatchObject({ channelStatus: 'TO_THE_MOON', facts: { words: { fulfilment: 'IN_TRANSIT', state: 'OPEN' } } });
      expect(decideProblems(record, null)).toContain('UNKNOWN_STATUS');
    }
  });

  it('keeps the lines known so far when an answer lacks them, and says that it is incomplete', () => {
    const { lines: _, ...withoutLines } = anOrderSnapshot().facts;
    const record = mergeAll([told({ updated: 1 }), told({ updated: 2, facts: withoutLines })]);
    expect(record.facts.lines).toEqual([aLine().key]);
    expect(decideProblems(record, null)).toContain('INCOMPLETE');
  });

  it('never puts a masked name, phone or address in the place of a clear one, and a clear one in the place of a masked', () => {
    const clear = told({ updated: 1, buyer: { name: 'Người Nhận Thử', phone: '84900000001' } });
    const masked = told({ updated: 2, buyer: { name: 'N******n', phone: '******01' } });
    for (const order of [[clear, masked], [masked, clear]])
      expect(mergeAll(order).facts).toMatchObject({ recipientName: 'Người Nhận Thử', recipientPhone: '84900000001' });
  });

  it('marks a line that vanished, and keeps what it last was', () => {
    const gone = aLine({ key: 'gone', name: 'Món đã bỏ' });
    const record = mergeAll([
      told({ updated: 1, facts: { ...anOrderSnapshot().facts, lines: [aLine(), gone] } }),
      told({ updated: 2, facts: { ...anOrderSnapshot().facts, lines: [aLine()] } }),
    ]);
    expect(record.facts.lines).toEqual([aLine().key]);
    expect(record.facts['line/gone']?.name).toBe('Món đã bỏ');
  });

  it('says that nothing changed when the same snapshot comes again', () => {
    const once = decideMerge(emptyRecord, told({ updated: 1 }));
    expect(once.changed).toBe(true);
    expect(decideMerge(once.record, told({ updated: 1 }))).toEqual({ record: once.record, changed: false });
  });

  it('ends in the same record after any order of arrival and any repetition', () => {
    fc.assert(
      fc.property(fc.array(aTelling, { minLength: 1, maxLength: 8 }), fc.infiniteStream(fc.nat()), (tellings, picks) => {
        const shuffled = [...tellings, ...tellings].map((one) => ({ one, key: picks.next().value ?? 0 })).sort((a, b) => a.key - b.key);
        const straight = mergeAll(tellings);
        const other = mergeAll(shuffled.map(({ one }) => one));
        expect(other).toEqual(straight);
        expect(decideWords(other, [], null)).toEqual(decideWords(straight, [], null));
        expect(decideProblems(other, null)).toEqual(decideProblems(straight, null));
      }),
    );
  });
});

const aTelling: fc.Arbitrary<Told> = fc
  .record({
    updated: fc.integer({ min: 0, max: 3 }),
    fetched: fc.integer({ min: 0, max: 3 }),
    status: fc.constantFrom(shipped, unknown, anOrderSnapshot().status),
    buyer: fc.constantFrom<(Buyer | undefined)[]>(undefined, { name: 'Người Nhận Thử' }, { name: 'N***' }, { name: 'Người Khác', phone: '0900000002' }),
    lines: fc.subarray([aLine(), aLine({ key: 'b' }), aLine({ key: 'a', quantity: '5' })]),
    total: fc.option(fc.constantFrom('1000', '2000'), { nil: undefined }),
    paid: fc.constantFrom(undefined, null, '2026-07-14T03:38:20.000Z'),
  })
  .map(({ updated, fetched, status, buyer, lines, total, paid }) =>
    told({
      updated,
      fetched,
      status,
      ...(buyer && { buyer }),
      facts: {
        ...(lines.length > 0 && { lines }),
        ...(total && { totalAmount: parseMoney(total) }),
        ...(paid !== undefined && { paidAt: paid }),
      },
    }),
  );
