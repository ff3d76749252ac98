import { createCatalogue } from './goods.ts';
import { createShopIndex, type ShopIndex } from './shop-index.ts';
import type { Shop } from './types.ts';

const FIRST_SHOP = 620_000_001;

type NewShop = { id?: number | undefined; name: string; nowMs: number; seed: number };

/** The shops, each with its goods and with its orders by time. */
export function createShopBook() {
  const shops = new Map<number, Shop>();
  const indexes = new Map<number, ShopIndex>();
  const freeId = (): number => {
    let id = FIRST_SHOP;
    while (shops.has(id)) id += 1;
    return id;
  };
  return {
    all: () => [...shops.values()],
    get: (id: number) => shops.get(id),
    add: ({ id = freeId(), name, nowMs, seed }: NewShop): Shop => {
      const shop: Shop = { id, name, catalogue: createCatalogue(seed, id), authorisedAt: Math.floor(nowMs / 1000), status: 'NORMAL' };
      shops.set(id, shop);
      return shop;
    },
    index: (shop: Shop): ShopIndex => {
      const found = indexes.get(shop.id) ?? createShopIndex();
      indexes.set(shop.id, found);
      return found;
    },
    clear: (): void => {
      shops.clear();
      indexes.clear();
    },
  };
}
