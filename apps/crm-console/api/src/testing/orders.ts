import type { PrismaClient } from 'shared/db/client';
import type { Channel } from 'shared/domain/channel';

export async function addStore(database: PrismaClient, fields: { channel?: Channel; name?: string; externalId?: string } = {}): Promise<bigint> {
  const { channel = 'shopee', name = 'Tiệm Thử', externalId = '9000001' } = fields;
  const { id } = await database.store.create({ data: { channel, externalId, name, status: 'active' } });
  return id;
}

type OrderFields = Omit<NonNullable<Parameters<PrismaClient['order']['create']>[0]['data']>, 'storeId' | 'store' | 'channel' | 'code'>;
type LineFields = { name: string; productCode?: string | null; quantity?: string; quotedPrice?: string; salePriceVat?: string; vanished?: boolean };
type PackageFields = { number: string; trackingNumber?: string; carrier?: string; status?: string };
export type NewOrder = { storeId: bigint; code: string; channel?: Channel; fields?: OrderFields; lines?: LineFields[]; packages?: PackageFields[] };

/** An order as a snapshot would have left it: Shopee's READY_TO_SHIP, two lines, of an obviously false person. */
export async function addOrder(database: PrismaClient, { storeId, code, channel = 'shopee', fields = {}, lines, packages }: NewOrder): Promise<string> {
  const { id } = await database.order.create({
    data: {
      storeId, channel, code, stub: false, digest: `digest-${code}`, statusRank: 20,
      sourceUpdatedAt: new Date('2026-11-24T07:38:01Z'), sourceCreatedAt: new Date('2026-11-24T07:38:00Z'), fetchedAt: new Date('2026-11-24T07:38:02Z'),
      channelStatus: 'READY_TO_SHIP', fulfilmentStatus: 'NOT_SHIPPED', paymentStatus: 'UNPAID', state: 'OPEN', currency: 'VND',
      totalAmount: '1234500.00', shippingFee: '16500', paymentMethod: 'COD', cashOnDelivery: true, shipBy: new Date('2026-11-24T11:00:00Z'),
      recipientName: 'Trần Thị Mẫu Đơn', recipientPhone: '0900000001',
      recipientAddress: { line: '12 Đường Thử', ward: 'Phường Giả Định 1', district: null, province: 'TP. Hồ Chí Minh', country: 'VN', full: '12 Đường Thử, Phường Giả Định 1, TP. Hồ Chí Minh' },
      ...fields,
      lines: { create: (lines ?? [{ name: 'Ấm trà gốm men rạn 650 ml', productCode: 'AM-GOM-650-Q' }, { name: 'Trà ô long', quantity: '3.5' }]).map(lineOf) },
      packages: {
        create: (packages ?? [{ number: `PKG-${code}`, trackingNumber: `SPXVN-${code}`, carrier: 'SPX', status: 'LOGISTICS_READY' }]).map((parcel, position) => ({
          ...parcel, position,
        })),
      },
    },
  });
  return String(id);
}

function lineOf({ name, productCode = null, quantity = '1', quotedPrice = '690000', salePriceVat = '595000', vanished = false }: LineFields, position: number) {
  return { key: `key-${position}`, position, itemId: `item-${position}`, name, productCode, quantity, quotedPrice, salePriceVat, vanished };
}
