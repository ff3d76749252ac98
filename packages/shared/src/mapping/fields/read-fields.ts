import type { FieldRow } from './rows.ts';
import { transforms } from './transforms.ts';

/**
 * Reads an object of a marketplace by its field table. A field that is not there, or says nothing, is left out.
 * Throws a `TypeError` that names the field whose value has no meaning.
 */
export function readFields(table: readonly FieldRow[], source: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    table.flatMap((row) => {
      const value = readField(row, source);
      return value === undefined ? [] : [[row.to, value]];
    }),
  );
}

function readField(row: FieldRow, source: Readonly<Record<string, unknown>>): unknown {
  const value = transformed(row, row.from, source);
  const { orElse } = row;
  if (!orElse || (value !== undefined && value !== null)) return value;
  const condition = transforms.code(source[orElse.where.field] ?? null);
  return condition === orElse.where.equals ? transformed(row, orElse.from, source) : value;
}

function transformed(row: FieldRow, from: string, source: Readonly<Record<string, unknown>>): unknown {
  const value = source[from];
  if (value === undefined) return undefined;
  try {
    return transforms[row.transform](value);
  } catch (cause) {
    throw new TypeError(`${from}: ${cause instanceof Error ? cause.message : 'unreadable'}`, { cause });
  }
}
