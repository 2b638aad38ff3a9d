import type { Row } from './block.ts';
import type { Inline } from './inline.ts';

/** Characters up to which a row is kept on one page; a longer one would leave too much of a page empty. */
const LONG = 700;

/** A row that may be divided between pages. */
export const isLong = (row: Row): boolean =>
  (row.kind === 'cells' ? row.cells.flat() : row.text).reduce(
    (sum, part) => sum + lengthOf(part),
    0,
  ) > LONG;

const lengthOf = (part: Inline): number =>
  'text' in part ? part.text.length : 'label' in part ? part.label.length : 0;
