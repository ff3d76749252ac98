import { createRng, mixSeed, type Rng } from './rng.ts';

export type Model = { modelId: number; name: string; sku: string; price: number };
export type Item = { itemId: number; name: string; sku: string; weight: number; models: readonly [Model, ...Model[]] };
export type Catalogue = readonly [Item, ...Item[]];

const things = [
  ['Áo thun thử nghiệm', 'AO-THUN'], ['Nón giả định', 'NON'], ['Bát gốm men mẫu', 'BAT-GOM'], ['Ấm trà không có thật', 'AM-TRA'],
  ['Bình giữ nhiệt thử', 'BINH-GN'], ['Khăn lụa mẫu', 'KHAN-LUA'], ['Đèn ngủ hình gấu 🐻 (thử)', 'DEN-NGU'], ['Sổ tay giả định', 'SO-TAY'],
  ['Túi vải thử nghiệm', 'TUI-VAI'], ['Nến thơm mẫu', 'NEN-THOM'], ['Thớt gỗ không có thật', 'THOT-GO'], ['Chậu cây mini thử', 'CHAU-CAY'],
] as const;
const colours = ['Đen', 'Trắng', 'Xanh rêu', 'Đỏ đô', 'Be'] as const;
const sizes = ['S', 'M', 'L', 'XL', '2XL'] as const;
const LONG_TAIL = ' – hàng mẫu dùng để thử phần mềm, không bán, mô tả dài để xem giao diện xuống dòng thế nào khi tên hàng rất dài';
const ITEMS = 40;

/** What a shop sells, from its number alone: 40 items, some without models (model_id 0), some without any SKU. */
export function createCatalogue(seed: number, shopId: number): Catalogue {
  const rng = createRng(mixSeed(seed, shopId));
  const firstId = rng.int(510_000, 519_999) * 1_000_000;
  const item = (number: number): Item => createItem(rng, { id: firstId + number, number });
  return [item(1), ...Array.from({ length: ITEMS - 1 }, (_, index) => item(index + 2))];
}

function createItem(rng: Rng, { id, number }: { id: number; number: number }): Item {
  const [thing, code] = rng.pick(things);
  const unnamed = rng.chance(0.1);
  const price = rng.int(15, 900) * 1_000;
  const base = `${code}-${String(number).padStart(2, '0')}`;
  const name = `${thing} ${String(number)}${rng.chance(0.1) ? LONG_TAIL : ''}`;
  const modelOf = (index: number): Model => {
    const colour = colours[index % colours.length] ?? colours[0];
    const size = rng.pick(sizes);
    const sku = unnamed || rng.chance(0.03) ? '' : `${base}-${asciiOf(colour)}-${size}`;
    return { modelId: (id % 10_000_000_000) * 10 + 200_000_000_000 + index, name: `${colour},${size}`, sku, price: price + index * 5_000 };
  };
  const single: Model = { modelId: 0, name: '', sku: '', price };
  const count = rng.chance(0.3) ? 0 : rng.int(1, 4);
  const models = Array.from({ length: count }, (_, index) => modelOf(index));
  return {
    itemId: id,
    name: rng.chance(0.05) ? name.normalize('NFD') : name,
    sku: unnamed || (count > 0 && rng.chance(0.3)) ? '' : base,
    weight: rng.int(1, 30) / 10,
    models: [models[0] ?? single, ...models.slice(1)],
  };
}

function asciiOf(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
  return bare.toUpperCase().replace(/\s+/g, '');
}
