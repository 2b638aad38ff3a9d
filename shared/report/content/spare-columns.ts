import type { Row, Table } from './block.ts';

/**
 * A table without the columns in which no row says anything; the others have their room. The first stays, and so does
 * everything in a table without rows.
 */
export function withoutSpareColumns(table: Table): Table {
  const said = table.columns.map((_, n) => n === 0 || table.rows.some((row) => saysAt(row, n)));
  if (said.every((one) => one) || !table.rows.some(({ kind }) => kind === 'cells')) return table;
  const left = <T>(of: readonly T[]): readonly T[] => of.filter((_, n) => said[n] === true);
  const columns = left(table.columns);
  const sum = columns.reduce((all, { width = 0 }) => all + width, 0);
  const whole = columns.every(({ width }) => width !== undefined);
  return {
    ...table,
    columns: columns.map((column) =>
      whole ? { ...column, width: ((column.width ?? 0) / sum) * 100 } : column,
    ),
    rows: table.rows.map((row) =>
      row.kind === 'cells' ? { ...row, cells: left(row.cells) } : row,
    ),
  };
}

const saysAt = (row: Row, n: number): boolean =>
  row.kind === 'cells' && (row.cells[n] ?? []).length > 0;
