import type { ComboOption } from '#renderer/ui/combo-field.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { EntityRow } from '#renderer/entities/entity-rows.ts';

/** A list that opens holds no more than a person would go through. */
const OFFERED = 400;

/** Entities to choose from, the first ones of a list in which the likely ones come first. */
export function optionsOf(rows: readonly EntityRow[]): readonly ComboOption[] {
  const options = new Map<string, string>();
  for (const { id, label, value } of rows) {
    if (options.size === OFFERED) break;
    options.set(
      id,
      label === value ? visibleLine(value) : `${visibleLine(label)} (${visibleLine(value)})`,
    );
  }
  return [...options].map(([id, label]) => ({ id, label }));
}
