import { parseMoney } from '../domain/money.ts';
import type { OrderSnapshot, SnapshotLine } from '../domain/order-snapshot.ts';

/** A line of an order that could be; `over` says what matters to the test. */
export function aLine(over: Partial<SnapshotLine> = {}): SnapshotLine {
  return {
    key: '5100000001:710000000011:0:0:1',
    itemId: '5100000001',
    modelId: '710000000011',
    name: 'Ấm trà gốm men rạn thử nghiệm',
    variation: 'Xám tro',
    productCode: 'AM-GOM-650-Q',
    quantity: '2',
    quotedPrice: parseMoney('159000'),
    salePriceVat: parseMoney('129000'),
    imageUrl: null,
    cancelledQuantity: '0',
    ...over,
  };
}

type Over = Omit<Partial<OrderSnapshot>, 'version'> & { version?: Partial<OrderSnapshot['version']> };

/** A Shopee order that waits to be shipped; `over` says what matters to the test. */
export function anOrderSnapshot({ version, ...over }: Over = {}): OrderSnapshot {
  return {
    storeId: '1',
    channel: 'shopee',
    code: '260714TESTA001',
    status: { known: true, word: 'READY_TO_SHIP', fulfilment: 'NOT_SHIPPED', state: 'OPEN' },
    facts: {
      currency: 'VND',
      sourceCreatedAt: '2026-07-14T03:32:20.000Z',
      totalAmount: parseMoney('340500'),
      shippingFee: parseMoney('16500'),
      paymentMethod: 'Shopee Wallet',
      cashOnDelivery: false,
      paidAt: '2026-07-14T03:38:20.000Z',
      shipBy: '2026-07-16T03:33:20.000Z',
      lines: [aLine()],
      packages: [{ number: 'OFG260000000000001', carrier: 'SPX Express', status: 'LOGISTICS_READY' }],
    },
    events: [],
    traceId: '0af7651916cd43dd8448eb211c80319c',
    ...over,
    version: { sourceUpdatedAt: '2026-07-14T03:38:20.000Z', fetchedAt: '2026-07-14T03:38:21.000Z', rank: 20, digest: 'd', ...version },
  };
}
