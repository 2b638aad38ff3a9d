import type { MatrixCell, MatrixColumn } from '#shared/learning/attack-matrix.ts';

/** A cell of the matrix as it is shown: a technique, or one below it that is unfolded. */
export interface MatrixEntry {
  readonly cell: MatrixCell;
  readonly sub: boolean;
}

export interface ShownColumn {
  readonly name: string;
  readonly entries: readonly MatrixEntry[];
}

/** Columns with the sub-techniques of what is unfolded under it. With `usedOnly` only those below that are named. */
export const shownColumns = (
  columns: readonly MatrixColumn[],
  unfolded: ReadonlySet<string>,
  keep: (cell: MatrixCell) => boolean,
): readonly ShownColumn[] =>
  columns.map(({ tactic, cells }) => ({
    name: tactic.name,
    entries: cells.flatMap((cell) => [
      { cell, sub: false },
      ...(unfolded.has(cell.technique.id) ? cell.subs.filter(keep) : []).map((sub) => ({
        cell: sub,
        sub: true,
      })),
    ]),
  }));

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Where a key moves the cursor; a shorter column is entered at its last cell. Undefined for other keys. */
export function movedPlace(
  columns: readonly ShownColumn[],
  { row, column }: CellPlace,
  key: string,
): CellPlace | undefined {
  const length = (at: number): number => columns[at]?.entries.length ?? 0;
  const inColumn = (at: number, wanted: number): CellPlace => ({
    column: at,
    row: Math.max(0, Math.min(wanted, length(at) - 1)),
  });
  switch (key) {
    case 'ArrowDown':
      return inColumn(column, row + 1);
    case 'ArrowUp':
      return inColumn(column, row - 1);
    case 'ArrowRight':
      return column + 1 < columns.length ? inColumn(column + 1, row) : undefined;
    case 'ArrowLeft':
      return column > 0 ? inColumn(column - 1, row) : undefined;
    case 'Home':
      return inColumn(0, 0);
    case 'End':
      return inColumn(columns.length - 1, Number.MAX_SAFE_INTEGER);
    case 'PageDown':
      return inColumn(column, row + 10);
    case 'PageUp':
      return inColumn(column, row - 10);
    default:
      return undefined;
  }
}
