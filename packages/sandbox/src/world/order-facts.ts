import type { Catalogue } from './goods.ts';
import { inventLines, type Line, type LineOverride, overriddenLine } from './lines.ts';
import { type Buyer, inventBuyer, inventRecipient, type Recipient } from './people.ts';
import { createRng } from './rng.ts';

/** What `POST /_sandbox/orders` may fix; the rest is invented. */
export type OrderFactsOverrides = {
  cod?: boolean;
  masked?: boolean;
  items?: readonly LineOverride[];
  shippingFee?: number;
  voucher?: number;
  messageToSeller?: string;
  note?: string;
  fulfillmentFlag?: string;
  paymentMethod?: string;
  recipient?: Partial<Omit<Recipient, 'region'>>;
};

export type OrderFacts = {
  cod: boolean;
  masked: boolean;
  paymentMethod: string;
  carrier: { name: string; checkoutName: string; channelId: number; prefix: string };
  lines: Line[];
  recipient: Recipient;
  buyer: Buyer;
  shippingFee: number;
  voucher: number;
  messageToSeller: string;
  note: string;
  fulfillmentFlag: string;
  /** For whatever is decided later in the life (reasons, how many are returned). */
  laterSeed: number;
};

const paymentMethods = ['Shopee Wallet', 'Airpay Credit Card', 'SPayLater', 'Bank Transfer'] as const;
const carriers = [
  { name: 'Nhanh (SPX Express)', checkoutName: 'Nhanh', channelId: 50021, prefix: 'SPXVN06' },
  { name: 'Nhanh (GHN Thử)', checkoutName: 'Nhanh', channelId: 50011, prefix: 'GHNTHU' },
  { name: 'Tiết kiệm (Giả Định Express)', checkoutName: 'Tiết kiệm', channelId: 50012, prefix: 'GDETHU' },
] as const;
const messages = ['', '', '', 'Giao giờ hành chính giúp em 🙏', 'Gói kỹ giúp mình, hàng thử'] as const;
const COD_SHARE = 0.45;
const MASKED_SHARE = 0.08;

/** Whether an order is paid on delivery, without inventing all the rest of it. Must stay the first draw of `orderFacts`. */
export function isCod(seed: number, overrides: OrderFactsOverrides | undefined): boolean {
  const drawn = createRng(seed).chance(COD_SHARE);
  return overrides?.cod ?? drawn;
}

/** Everything about an order that never changes, from its seed: the same seed and shop give the same order. */
export function orderFacts(source: { seed: number; catalogue: Catalogue; overrides?: OrderFactsOverrides | undefined }): OrderFacts {
  const { seed, catalogue, overrides = {} } = source;
  const rng = createRng(seed);
  const drawnCod = rng.chance(COD_SHARE);
  const cod = overrides.cod ?? drawnCod;
  const drawnMasked = rng.chance(MASKED_SHARE);
  const payment = rng.pick(paymentMethods);
  const carrier = rng.pick(carriers);
  const shippingFee = rng.int(8, 40) * 500;
  const voucher = rng.chance(0.3) ? rng.int(1, 10) * 1_000 : 0;
  const buyer = inventBuyer(rng);
  const recipient = inventRecipient(rng);
  const messageToSeller = rng.pick(messages);
  const lines = inventLines(rng, catalogue);
  return {
    cod,
    masked: overrides.masked ?? drawnMasked,
    paymentMethod: overrides.paymentMethod ?? (cod ? 'Cash on Delivery' : payment),
    carrier,
    lines: overrides.items?.map((item, index) => overriddenLine(lines[index % lines.length] ?? lines[0], item)) ?? lines,
    recipient: { ...recipient, ...overrides.recipient },
    buyer,
    shippingFee: overrides.shippingFee ?? shippingFee,
    voucher: overrides.voucher ?? (overrides.items ? 0 : voucher),
    messageToSeller: overrides.messageToSeller ?? messageToSeller,
    note: overrides.note ?? '',
    fulfillmentFlag: overrides.fulfillmentFlag ?? 'fulfilled_by_local_seller',
    laterSeed: rng.int(0, 0x7fffffff),
  };
}

/** What the buyer pays: items and shipping less the voucher, which the detail does not show. */
export function totalAmount(facts: OrderFacts): number {
  const goods = facts.lines.reduce((sum, line) => sum + line.paidPrice * line.quantity, 0);
  return Math.max(0, goods + facts.shippingFee - facts.voucher);
}
