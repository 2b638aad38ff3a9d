import { useCommand } from '#renderer/commands/registry.ts';
import type { Cursor, GridColumn } from './grid-column.ts';
import { reveal } from './scroll.ts';
import type { ScrollMap } from './scroll.ts';

interface GridKeysOptions {
  readonly rows: number;
  readonly columns: readonly Pick<GridColumn<never>, 'onSort'>[];
  readonly cursor: Cursor;
  readonly onCursor: (cursor: Cursor, how: 'move' | 'extend' | 'toggle') => void;
  readonly map: ScrollMap;
  readonly top: number;
  readonly onTop: (top: number) => void;
  readonly onOpen: ((row: number) => void) | undefined;
  /** False while another grid on screen has the focus. */
  readonly active: boolean;
}

/** Moves the cursor by keys, one row a step however many rows there are, and keeps it in view. */
export function useGridKeys(options: GridKeysOptions): void {
  const { rows, columns, cursor, onCursor, map, top, onTop, onOpen, active } = options;
  const screen = Math.max(1, Math.floor(map.fits) - 1);
  const toRow = (row: number, how: 'move' | 'extend' = 'move'): void => {
    if (rows === 0) return;
    const next = Math.max(0, Math.min(rows - 1, row));
    onCursor({ row: next, column: cursor.column }, how);
    onTop(reveal(map, top, next));
  };
  const toColumn = (column: number): void =>
    onCursor(
      { row: cursor.row, column: Math.max(0, Math.min(columns.length - 1, column)) },
      'move',
    );

  useCommand('grid.next', () => toRow(cursor.row + 1), active);
  useCommand('grid.previous', () => toRow(cursor.row - 1), active);
  useCommand('grid.extend-down', () => toRow(cursor.row + 1, 'extend'), active);
  useCommand('grid.extend-up', () => toRow(cursor.row - 1, 'extend'), active);
  useCommand('grid.page-down', () => toRow(cursor.row + screen), active);
  useCommand('grid.page-up', () => toRow(cursor.row - screen), active);
  useCommand('grid.first', () => toRow(0), active);
  useCommand('grid.last', () => toRow(rows - 1), active);
  useCommand('grid.next-column', () => toColumn(cursor.column + 1), active);
  useCommand('grid.previous-column', () => toColumn(cursor.column - 1), active);
  const { onSort } = columns[cursor.column] ?? {};
  useCommand('grid.sort', () => onSort?.(), active && onSort !== undefined);
  useCommand('grid.open', () => onOpen?.(cursor.row), active && onOpen !== undefined);
}
