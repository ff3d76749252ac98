import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCatalogue } from './goods.ts';
import { isCod, orderFacts, totalAmount } from './order-facts.ts';
import { orderSnOf } from './order-sn.ts';

const catalogue = createCatalogue(1, 620_000_001);
const seeds = fc.integer({ min: 0, max: 0xffffffff });
const many = Array.from({ length: 3_000 }, (_, seed) => orderFacts({ seed, catalogue }));
const lines = many.flatMap((facts) => facts.lines);

describe('orderFacts', () => {
  it('gives the same order for the same seed, and agrees with isCod', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const facts = orderFacts({ seed, catalogue });
        expect(facts).toEqual(orderFacts({ seed, catalogue }));
        expect(facts.cod).toBe(isCod(seed, undefined));
      }),
    );
  });

  it('has one to five lines, whole prices and quantities above zero', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const facts = orderFacts({ seed, catalogue });
        expect(facts.lines.length).toBeGreaterThanOrEqual(1);
        expect(facts.lines.length).toBeLessThanOrEqual(5);
        expect(Number.isSafeInteger(totalAmount(facts))).toBe(true);
        for (const line of facts.lines) {
          expect(line.quantity).toBeGreaterThan(0);
          expect(String(line.itemId)).toHaveLength(12);
          expect(line.modelId === 0 || String(line.modelId).length === 12).toBe(true);
          expect(line.discountedPrice).toBeLessThanOrEqual(line.originalPrice);
        }
      }),
    );
  });

  it.each([
    ['cash on delivery', many.some(({ cod }) => cod)],
    ['masked recipients', many.some(({ masked }) => masked)],
    ['items without models', lines.some(({ modelId }) => modelId === 0)],
    ['lines without any SKU', lines.some(({ modelSku, itemSku }) => modelSku === '' && itemSku === '')],
    ['bundle deals at price 0', lines.some(({ promotionType, discountedPrice }) => promotionType === 'bundle_deal' && discountedPrice === 0)],
    ['quantities above 1', lines.some(({ quantity }) => quantity > 1)],
    ['emoji', many.some(({ recipient }) => /\p{Extended_Pictographic}/u.test(recipient.name))],
    ['names in NFD', many.some(({ recipient }) => recipient.name !== recipient.name.normalize('NFC'))],
    ['one model in two rows', many.some((facts) => new Set(facts.lines.map(({ itemId, modelId }) => `${String(itemId)}/${String(modelId)}`)).size < facts.lines.length)],
  ])('brings %s among many orders', (_what, there) => {
    expect(there).toBe(true);
  });

  it('keeps what a caller fixes', () => {
    const items = [{ modelId: 0, itemSku: 'NON-01', quantity: 3, originalPrice: 80_000, discountedPrice: 76_000 }];
    const facts = orderFacts({ seed: 5, catalogue, overrides: { cod: true, masked: false, items, shippingFee: 15_000, recipient: { name: 'Người Nhận Thử' } } });
    expect(facts).toMatchObject({ cod: true, masked: false, paymentMethod: 'Cash on Delivery', recipient: { name: 'Người Nhận Thử', region: 'VN' } });
    expect(facts.lines).toEqual([expect.objectContaining({ modelId: 0, modelName: '', itemSku: 'NON-01', quantity: 3, discountedPrice: 76_000 })]);
    expect(totalAmount(facts)).toBe(3 * 76_000 + 15_000);
  });
});

describe('orderSnOf', () => {
  it.each([
    ['2026-07-14T16:59:59Z', '260714'],
    ['2026-07-14T17:00:00Z', '260715'],
  ])('begins with the day in Vietnam: %s is %s', (time, day) => {
    const orderSn = orderSnOf(Date.parse(time) / 1000, 42);
    expect(orderSn).toMatch(/^[0-9A-Z]{14}$/);
    expect(orderSn.slice(0, 6)).toBe(day);
  });
});
