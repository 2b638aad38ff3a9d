import type { Block, Facts, FigureItem, GridCell, Row, Table } from './block.ts';
import type { Inline, Target } from './inline.ts';

/** How the parts of blocks become others. What is not given stays. */
export interface BlockChange {
  readonly inline?: (parts: readonly Inline[]) => readonly Inline[];
  /** Strings that are no running text: listings, names of facts, titles of columns. */
  readonly text?: (text: string) => string;
  readonly item?: (item: FigureItem) => FigureItem;
  /** Number and anchor of what a block describes; undefined for what is no longer there. */
  readonly name?: (target: Target) => Named | undefined;
}

export interface Named {
  readonly label: string;
  readonly anchor: string;
}

export const mapBlocks = (blocks: readonly Block[], change: BlockChange): readonly Block[] =>
  blocks.map((block) => mapBlock(block, change));

function mapBlock(block: Block, change: BlockChange): Block {
  const inline = change.inline ?? ((parts) => parts);
  const text = change.text ?? ((value) => value);
  switch (block.kind) {
    case 'heading': {
      const { number, anchor, ...rest } = block;
      const named = nameOf(block.target, { label: number, anchor }, change);
      return {
        ...rest,
        text: inline(block.text),
        ...(named.label !== undefined && { number: named.label }),
        ...(named.anchor !== undefined && { anchor: named.anchor }),
      };
    }
    case 'paragraph':
    case 'notice':
      return { ...block, text: inline(block.text) };
    case 'list':
      return { ...block, items: block.items.map((item) => mapBlocks(item, change)) };
    case 'quote':
      return { ...block, blocks: mapBlocks(block.blocks, change) };
    case 'listing':
      return { ...block, text: text(block.text) };
    case 'rule':
      return block;
    case 'table':
      return { ...block, table: mapTable(block.table, change) };
    case 'grid':
      return {
        ...block,
        rows: block.rows.map((row) =>
          row.map((cell): GridCell => ({ ...cell, blocks: mapBlocks(cell.blocks, change) })),
        ),
      };
    case 'facts':
      return { ...block, facts: mapFacts(block.facts, change) };
    case 'figure':
      return {
        ...block,
        items: block.items.map((item) => change.item?.(item) ?? item),
        caption: inline(block.caption),
        alternative: text(block.alternative),
      };
  }
}

function mapTable(table: Table, change: BlockChange): Table {
  const inline = change.inline ?? ((parts) => parts);
  const { caption, note } = table;
  return {
    columns: table.columns.map((column) => ({
      ...column,
      title: change.text?.(column.title) ?? column.title,
    })),
    rows: table.rows.map((row) => mapRow(row, change)),
    ...(caption !== undefined && { caption: inline(caption) }),
    ...(note !== undefined && { note: inline(note) }),
    ...(table.dense === true && { dense: true }),
  };
}

function mapRow(row: Row, change: BlockChange): Row {
  const inline = change.inline ?? ((parts) => parts);
  if (row.kind === 'remark') return { ...row, text: inline(row.text) };
  const { anchor, ...rest } = row;
  const named = nameOf(row.target, { anchor }, change);
  return {
    ...rest,
    cells: row.cells.map(inline),
    ...(named.anchor !== undefined && { anchor: named.anchor }),
  };
}

function mapFacts(facts: Facts, change: BlockChange): Facts {
  const inline = change.inline ?? ((parts) => parts);
  const { anchor, label, ...rest } = facts;
  const named = nameOf(facts.target, { label, anchor }, change);
  return {
    ...rest,
    title: inline(facts.title),
    rows: facts.rows.map((row) => ({
      ...row,
      name: change.text?.(row.name) ?? row.name,
      value: inline(row.value),
    })),
    ...(named.label !== undefined && { label: named.label }),
    ...(named.anchor !== undefined && { anchor: named.anchor }),
  };
}

interface MaybeNamed {
  readonly label?: string | undefined;
  readonly anchor?: string | undefined;
}

/** Something that is no longer there keeps the number it had, and is linked to by nothing. */
function nameOf(target: Target | undefined, now: MaybeNamed, { name }: BlockChange): MaybeNamed {
  if (target === undefined || name === undefined) return now;
  return name(target) ?? { label: now.label };
}
