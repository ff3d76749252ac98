import { NumberLiteral } from '../../json/parse-exact.ts';
import type { FieldRow } from './rows.ts';
import { transforms } from './transforms.ts';

/** Told of a value that has no meaning for its field. */
export type OnUnread = (fault: string) => void;
const ignore: OnUnread = () => undefined;

/**
 * Reads an object of a marketplace by its field table. A field that is not there, says nothing, or has a value without meaning is left
 * out; of the last `onUnread` is told, with a message that names the field. One odd field must not cost a whole order.
 */
export function readFields(table: readonly FieldRow[], source: Readonly<Record<string, unknown>>, onUnread: OnUnread = ignore): Record<string, unknown> {
  return Object.fromEntries(
    table.flatMap((row) => {
      const value = readField(row, source, onUnread);
      return value === undefined ? [] : [[row.to, value]];
    }),
  );
}

function readField(row: FieldRow, source: Readonly<Record<string, unknown>>, onUnread: OnUnread): unknown {
  const read = (from: string): unknown => transformed(row, { from, value: source[from] }, onUnread);
  const value = read(row.from);
  const { orElse } = row;
  if (!orElse || (value !== undefined && value !== null)) return value;
  return conditionHolds(orElse.where, source) ? read(orElse.from) : value;
}

function conditionHolds({ field, equals }: NonNullable<FieldRow['orElse']>['where'], source: Readonly<Record<string, unknown>>): boolean {
  const value = source[field];
  return (value instanceof NumberLiteral ? value.text : value) === equals;
}

function transformed({ transform }: FieldRow, { from, value }: { from: string; value: unknown }, onUnread: OnUnread): unknown {
  if (value === undefined) return undefined;
  try {
    return transforms[transform](value);
  } catch (error) {
    onUnread(`${from}: ${error instanceof Error ? error.message : 'unreadable'}`);
    return undefined;
  }
}
