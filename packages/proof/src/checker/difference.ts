/** Something that the sandbox's ledger and the CRM do not agree on. Values are written as text; null: nothing is there. */
export type Difference = {
  shopId: string;
  orderSn: string;
  field: string;
  expected: string | null;
  actual: string | null;
};

/** One finding within an order. */
export type Finding = Omit<Difference, 'shopId' | 'orderSn'>;

/** A list with one finding where the two differ, else an empty one. */
export function differing(field: string, expected: string | null, actual: string | null): Finding[] {
  return expected === actual ? [] : [{ field, expected, actual }];
}

/** The same for what belongs to a person: compared in full, shown only in part, since differences are printed and kept. */
export function differingPersonal(field: string, expected: string | null, actual: string | null): Finding[] {
  return expected === actual ? [] : [{ field, expected: maskPersonal(expected), actual: maskPersonal(actual) }];
}

/** `Nguyễn Văn A` → `N*** (12 characters)`. */
export function maskPersonal(value: string | null): string | null {
  return value === null ? null : `${[...value].slice(0, 1).join('')}*** (${value.length} characters)`;
}
