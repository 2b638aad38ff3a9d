/** A column as the analyst arranged it. */
export interface ColumnPlace {
  readonly id: string;
  /** Pixels. */
  readonly width: number;
}

export const MIN_WIDTH = 40;
export const MAX_WIDTH = 2_000;

const clamp = (width: number): number =>
  Math.round(Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width)));

export const resizeColumn = (
  columns: readonly ColumnPlace[],
  id: string,
  width: number,
): readonly ColumnPlace[] =>
  columns.map((column) => (column.id === id ? { ...column, width: clamp(width) } : column));

/** Moves a column by places; it stays within the row. */
export function moveColumn(
  columns: readonly ColumnPlace[],
  id: string,
  by: number,
): readonly ColumnPlace[] {
  const from = columns.findIndex((column) => column.id === id);
  const column = columns[from];
  if (column === undefined) return columns;
  const rest = columns.filter((_, index) => index !== from);
  const to = Math.max(0, Math.min(rest.length, from + by));
  return [...rest.slice(0, to), column, ...rest.slice(to)];
}

/** Shows or hides a column; a shown one comes last. The last column cannot be hidden. */
export function toggleColumn(
  columns: readonly ColumnPlace[],
  id: string,
  width: number,
): readonly ColumnPlace[] {
  if (!columns.some((column) => column.id === id)) return [...columns, { id, width: clamp(width) }];
  return columns.length === 1 ? columns : columns.filter((column) => column.id !== id);
}
