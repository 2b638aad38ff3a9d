import type { Block, GridCell } from './block.ts';
import type { Inline } from './inline.ts';

/** Characters: the narrowest column, and the length of a line beyond which a column rather wraps than widens. */
const NARROWEST = 8;
const MARGIN = 3;
const WRAPS = 30;

/**
 * Percent of the width that each column of a table the analyst wrote has: a short line is kept whole, long ones share
 * what is left by the root of their length. Empty where cells span columns, which then are of one width.
 */
export function gridWidths(rows: readonly (readonly GridCell[])[]): readonly number[] {
  const count = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== count || row.some(({ columns }) => columns > 1))) return [];
  const asked = Array.from({ length: count }, (_, n) => {
    const longest = Math.max(0, ...rows.flatMap((row) => linesIn(row[n]?.blocks ?? [])));
    const line = longest <= WRAPS ? longest : WRAPS + 5 * Math.sqrt(longest - WRAPS);
    return Math.max(NARROWEST, line) + MARGIN;
  });
  const sum = asked.reduce((all, one) => all + one, 0);
  return asked.map((one) => Math.round((one / sum) * 1_000) / 10);
}

/** Characters of each line that stands in a cell. */
function linesIn(blocks: readonly Block[]): readonly number[] {
  return blocks.flatMap((block): readonly number[] => {
    if (block.kind === 'paragraph' || block.kind === 'heading') return inlineLines(block.text);
    if (block.kind === 'list') return block.items.flatMap(linesIn);
    if (block.kind === 'quote') return linesIn(block.blocks);
    return block.kind === 'listing' ? block.text.split('\n').map(({ length }) => length) : [];
  });
}

function inlineLines(parts: readonly Inline[]): readonly number[] {
  const lines = [0];
  for (const part of parts) {
    if (part.kind === 'break') lines.push(0);
    else {
      const length =
        'text' in part ? part.text.length : 'label' in part ? part.label.length + 2 : 2;
      lines.push((lines.pop() ?? 0) + length);
    }
  }
  return lines;
}
