import type { TransformName } from './transforms.ts';

/** One field of a marketplace and where it goes. */
export type FieldRow = {
  /** The marketplace's name, within the object that the table is for. */
  from: string;
  to: string;
  transform: TransformName;
  /** Another source, where the first gives nothing and the condition holds. */
  orElse?: { from: string; where: { field: string; equals: string } };
  /** What may come, as JSON text, and what becomes of it. */
  sample: readonly [string, unknown];
};
