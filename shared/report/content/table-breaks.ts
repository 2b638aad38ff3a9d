import type { Row, Table } from './block.ts';
import type { Inline } from './inline.ts';

/** Characters up to which a row is kept on one page; a longer one would leave too much of a page empty. */
const LONG = 700;
/** Rows and characters up to which a whole table is kept on one page. */
const SHORT = { rows: 6, characters: 900 } as const;

/** A row that may be divided between pages. */
export const isLong = (row: Row): boolean => lengthOf(row) > LONG;

/** A table that is not worth a page break. */
export const isShort = ({ rows }: Pick<Table, 'rows'>): boolean =>
  rows.length <= SHORT.rows &&
  rows.reduce((sum, row) => sum + lengthOf(row), 0) <= SHORT.characters;

/**
 * Whether a row stays on the page of the one below it: a heading over rows with the first of them, a row with what more
 * is said of it, and the last row with the one before, so that none is alone on a page.
 */
export function staysWithNext(rows: readonly Row[], n: number): boolean {
  const [row, next] = [rows[n], rows[n + 1]];
  if (row === undefined || next === undefined || isLong(next)) return false;
  if (isShort({ rows })) return true;
  if (row.kind === 'remark' && row.detail !== true) return true;
  return (next.kind === 'remark' && next.detail === true) || n === rows.length - 2;
}

const lengthOf = (row: Row): number =>
  (row.kind === 'cells' ? row.cells.flat() : row.text).reduce(
    (sum, part) => sum + lengthOfPart(part),
    0,
  );

const lengthOfPart = (part: Inline): number =>
  'text' in part ? part.text.length : 'label' in part ? part.label.length : 0;
