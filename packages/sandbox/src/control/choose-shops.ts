import type { Shop } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { notFound } from './parse.ts';

export function shopOr404(world: World, id: number): Shop {
  const shop = world.shop(id);
  if (!shop) throw notFound('shopId', `there is no shop ${String(id)}; POST /_sandbox/shops makes one`);
  return shop;
}

/** The shops that are named, or all there are. */
export function chooseShops(world: World, ids: readonly number[] | undefined): readonly [Shop, ...Shop[]] {
  const [first, ...others] = ids ? ids.map((id) => shopOr404(world, id)) : world.shops();
  if (!first) throw notFound('shopIds', 'there is no shop yet; POST /_sandbox/shops makes one');
  return [first, ...others];
}
