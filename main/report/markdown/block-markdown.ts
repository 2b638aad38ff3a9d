import { visibleText } from '#shared/report/markup.ts';
import type { Block, Facts, GridCell, Row, Table } from '#shared/report/content/block.ts';
import type { Inline } from '#shared/report/content/inline.ts';
import { escapeMarkdown, inlineMarkdown } from './inline-markdown.ts';

/** Blocks as CommonMark with the tables of GitHub Flavored Markdown. Parts are divided by an empty line. */
export const blocksMarkdown = (blocks: readonly Block[]): string =>
  blocks
    .map(blockMarkdown)
    .filter((part) => part !== '')
    .join('\n\n');

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return headingMarkdown(block);
    case 'paragraph':
      return inlineMarkdown(block.text);
    case 'list': {
      const { start, items } = block;
      return items
        .map((item, n) => listItem(start === undefined ? '-' : `${start + n}.`, item))
        .join('\n');
    }
    case 'quote':
      return prefixed(blocksMarkdown(block.blocks), '> ');
    case 'listing':
      return prefixed(visibleText(block.text), '    ');
    case 'rule':
      return '---';
    case 'table':
      return tableMarkdown(block.table);
    case 'grid':
      return gridMarkdown(block.rows);
    case 'facts':
      return factsMarkdown(block.facts);
    case 'figure':
      return `*${escapeMarkdown(block.alternative)}*`;
    case 'notice':
      return prefixed(inlineMarkdown(block.text), '> ');
    default:
      throw new Error(`no Markdown for ${JSON.stringify(block)}`);
  }
}

const prefixed = (text: string, prefix: string): string =>
  text
    .split('\n')
    .map((line) => `${prefix}${line}`.trimEnd())
    .join('\n');

const anchorTag = (anchor: string | undefined): string =>
  anchor === undefined ? '' : `<a id="${anchor}"></a>`;

export function headingMarkdown({
  level,
  number,
  anchor,
  text,
}: Extract<Block, { kind: 'heading' }>): string {
  const lead = number === undefined ? '' : `${escapeMarkdown(number)} `;
  return `${'#'.repeat(level + 1)} ${anchorTag(anchor)}${lead}${inlineMarkdown(text, true)}`;
}

function listItem(sign: string, blocks: readonly Block[]): string {
  const indent = ' '.repeat(sign.length + 1);
  const [first = '', ...rest] = blocksMarkdown(blocks).split('\n');
  const below = rest.map((line) => (line === '' ? '' : indent + line));
  return [`${sign} ${first}`, ...below].join('\n');
}

function tableMarkdown({ columns, rows, caption, note }: Table): string {
  const head = tableLine(columns.map(({ title }) => escapeMarkdown(title, true)));
  const rule = tableLine(columns.map(({ kind }) => (kind === 'number' ? '---:' : '---')));
  const body = rows.map((row) => rowMarkdown(row, columns.length));
  return [
    caption === undefined ? '' : `**${inlineMarkdown(caption).replaceAll('**', '')}**\n`,
    head,
    rule,
    ...body,
    note === undefined ? '' : `\n${inlineMarkdown(note)}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

const tableLine = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function rowMarkdown(row: Row, width: number): string {
  if (row.kind === 'remark') {
    const rest = Array.from({ length: width - 1 }, () => '');
    return tableLine([`*${inlineMarkdown(row.text, true)}*`, ...rest]);
  }
  const [first = [], ...others] = row.cells;
  const target = anchorTag(row.anchor);
  return tableLine([
    target + inlineMarkdown(first, true),
    ...others.map((cell) => inlineMarkdown(cell, true)),
  ]);
}

/** Spans cannot be said in Markdown: such a cell is followed by empty ones. */
function gridMarkdown(rows: readonly (readonly GridCell[])[]): string {
  const lines = rows.map((row) =>
    row.flatMap((cell) => [
      cellText(cell.blocks),
      ...Array.from({ length: cell.columns - 1 }, () => ''),
    ]),
  );
  const width = Math.max(...lines.map((line) => line.length));
  const padded = lines.map((line) => [
    ...line,
    ...Array.from({ length: width - line.length }, () => ''),
  ]);
  const [head = [], ...body] = padded;
  return [tableLine(head), tableLine(head.map(() => '---')), ...body.map(tableLine)].join('\n');
}

const cellText = (blocks: readonly Block[]): string => blocks.map(cellBlock).join('<br>');

function cellBlock(block: Block): string {
  if (block.kind === 'paragraph') return inlineMarkdown(block.text, true);
  if (block.kind === 'list') {
    return block.items.map((item) => `• ${cellText(item)}`).join('<br>');
  }
  if (block.kind === 'listing') return inlineMarkdown([{ kind: 'code', text: block.text }], true);
  return blockMarkdown(block).replace(/\n+/g, '<br>');
}

function factsMarkdown({ anchor, label, title, rows }: Facts): string {
  const lead = label === undefined ? '' : `${escapeMarkdown(label)} `;
  const head = `${anchorTag(anchor)}**${lead}**${titleText(title)}`;
  const lines = rows.map(
    ({ name, value }) => `- ${escapeMarkdown(name)}: ${inlineMarkdown(value, true)}`,
  );
  return [head, '', ...lines].join('\n');
}

const titleText = (title: readonly Inline[]): string => ` ${inlineMarkdown(title, true)}`;
