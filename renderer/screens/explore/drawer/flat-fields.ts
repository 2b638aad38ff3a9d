import type { FieldValue } from '#shared/model/event.ts';

export interface FlatField {
  /** The path from the top, with dots; a list's places are left out. */
  readonly name: string;
  readonly text: string;
  /** A value to filter by; false for what stands for several. */
  readonly single: boolean;
}

type Plain = Exclude<FieldValue, object> | null;

const textOf = (value: Plain): string => (value === null ? 'null' : String(value));

const isPlain = (value: FieldValue): value is Plain => value === null || typeof value !== 'object';

/** Fields one under the other, nested ones by their path, lists of plain values on one line each. */
export function flatFields(
  fields: { readonly [key: string]: FieldValue },
  prefix = '',
): readonly FlatField[] {
  return Object.entries(fields).flatMap(([key, value]): readonly FlatField[] => {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    if (isPlain(value)) return [{ name, text: textOf(value), single: value !== null }];
    if (Array.isArray(value)) {
      const items = value as readonly FieldValue[];
      return items.flatMap((item): readonly FlatField[] =>
        isPlain(item) ? [{ name, text: textOf(item), single: true }] : flatFields({ [name]: item }),
      );
    }
    return flatFields(value as { readonly [key: string]: FieldValue }, name);
  });
}
