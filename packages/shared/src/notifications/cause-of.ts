/**
 * What makes two reasons the same cause: what is left without numbers, codes and names of fields with an index.
 * Marketplaces write the order's number into their messages; one row an order would be no grouping.
 */
export function causeOf(reason: string): string {
  return reason
    .replace(/\S*\d\S*/g, '#')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
}
