import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type {
  Column,
  Facts,
  GridCell,
  Row,
  Table as Content,
} from '#shared/report/content/block.ts';
import { isLong } from '#shared/report/content/long-row.ts';
import type { Anchors } from '../html/inline-html.ts';
import { bookmarkName, docxInline } from './docx-inline.ts';
import { TABLE_STYLE, WASH } from './docx-styles.ts';

interface TableWriting {
  readonly anchors: Anchors;
  readonly width: number;
  readonly ownStyles: boolean;
}

/** A table whose head is repeated on every page and whose rows stay whole. */
export function docxTable(
  { columns, rows, caption, note }: Content,
  { anchors, width, ownStyles }: TableWriting,
): readonly (Paragraph | Table)[] {
  const widths = widthsOf(columns, width);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, n) =>
      cell([textOf([{ kind: 'text', text: column.title, marks: [] }], anchors, column, HEAD)], {
        width: widths[n] ?? 0,
      }),
    ),
  });
  return [
    ...(caption === undefined
      ? []
      : [
          new Paragraph({
            style: 'Caption',
            keepNext: true,
            children: [...docxInline(caption, anchors, { bold: true })],
          }),
        ]),
    new Table({
      ...(ownStyles && { style: TABLE_STYLE }),
      layout: TableLayoutType.FIXED,
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      rows: [
        head,
        ...rows.map((row, n) =>
          // A note stays with the row above it.
          docxRow(row, columns, widths, anchors, note !== undefined && n === rows.length - 1),
        ),
      ],
    }),
    new Paragraph({
      style: 'Caption',
      children: note === undefined ? [] : [...docxInline(note, anchors)],
    }),
  ];
}

/** Twips of each column; those without a share have what is left. */
function widthsOf(columns: readonly Column[], width: number): readonly number[] {
  const given = columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  const open = columns.filter((column) => column.width === undefined).length;
  const rest = open === 0 ? 0 : Math.max(0, 100 - given) / open;
  const total = given + rest * open || 100;
  return columns.map((column) => Math.floor(((column.width ?? rest) / total) * width));
}

function docxRow(
  row: Row,
  columns: readonly Column[],
  widths: readonly number[],
  anchors: Anchors,
  keepNext: boolean,
): TableRow {
  if (row.kind === 'remark') {
    return new TableRow({
      cantSplit: !isLong(row),
      children: [
        new TableCell({
          columnSpan: columns.length,
          ...(row.detail !== true && {
            shading: { type: ShadingType.CLEAR, fill: WASH, color: 'auto' },
          }),
          margins: { left: 80 },
          children: [
            new Paragraph({
              style: 'TableText',
              keepNext: keepNext || row.detail !== true,
              children: [...docxInline(row.text, anchors)],
            }),
          ],
        }),
      ],
    });
  }
  return new TableRow({
    cantSplit: !isLong(row),
    children: row.cells.map((parts, n) => {
      const column = columns[n];
      const anchor = n === 0 ? row.anchor : undefined;
      return cell([textOf(parts, anchors, column, { keepNext, anchor })], {
        width: widths[n] ?? 0,
      });
    }),
  });
}

interface CellSetting {
  readonly keepNext: boolean;
  readonly bold?: boolean;
  readonly anchor?: string | undefined;
}

/** A head stays with the row below it. */
const HEAD: CellSetting = { keepNext: true, bold: true };

function textOf(
  parts: Parameters<typeof docxInline>[0],
  anchors: Anchors,
  column: Column | undefined,
  { keepNext, bold = false, anchor }: CellSetting,
): Paragraph {
  return new Paragraph({
    style: 'TableText',
    keepNext,
    ...(column?.kind === 'number' && { alignment: AlignmentType.RIGHT }),
    children: anchored(anchor, docxInline(parts, anchors, bold ? { bold } : {})),
  });
}

export const anchored = (
  anchor: string | undefined,
  children: readonly ParagraphChild[],
): ParagraphChild[] =>
  anchor === undefined
    ? [...children]
    : [new Bookmark({ id: bookmarkName(anchor), children: [...children] })];

const cell = (
  children: readonly (Paragraph | Table)[],
  { width }: { readonly width: number },
): TableCell =>
  new TableCell({ width: { size: width, type: WidthType.DXA }, children: [...children] });

/** A table the analyst wrote; its first row is repeated when all of it is headings. */
export function docxGrid(
  rows: readonly (readonly GridCell[])[],
  content: (given: GridCell) => readonly (Paragraph | Table)[],
  { width, ownStyles }: TableWriting,
): readonly (Paragraph | Table)[] {
  const [first = []] = rows;
  const count = first.reduce((sum, { columns }) => sum + columns, 0);
  if (count === 0) return [];
  const each = Math.floor(width / count);
  return [
    new Table({
      ...(ownStyles && { style: TABLE_STYLE }),
      width: { size: width, type: WidthType.DXA },
      columnWidths: Array.from({ length: count }, () => each),
      rows: rows.map(
        (row, n) =>
          new TableRow({
            tableHeader: n === 0 && row.every(({ heading }) => heading),
            cantSplit: true,
            children: row.map((given) => {
              const children = content(given);
              return new TableCell({
                columnSpan: given.columns,
                rowSpan: given.rows,
                width: { size: each * given.columns, type: WidthType.DXA },
                children: children.length === 0 ? [new Paragraph({})] : [...children],
              });
            }),
          }),
      ),
    }),
    new Paragraph({ style: 'Caption' }),
  ];
}

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NAME_WIDTH = 1_400;

/** Labelled values of one thing, kept together: each line says that the next belongs to it. */
export function docxFacts(
  { anchor, label, title, rows }: Facts,
  anchors: Anchors,
  width: number,
): readonly (Paragraph | Table)[] {
  const lead =
    label === undefined ? [] : [{ kind: 'text', text: `${label}  `, marks: [] } as const];
  return [
    new Paragraph({
      style: 'EntryTitle',
      keepNext: true,
      keepLines: true,
      children: anchored(anchor, docxInline([...lead, ...title], anchors)),
    }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: width, type: WidthType.DXA },
      columnWidths: [NAME_WIDTH, width - NAME_WIDTH],
      borders: {
        top: NO_BORDER,
        bottom: NO_BORDER,
        left: NO_BORDER,
        right: NO_BORDER,
        insideHorizontal: NO_BORDER,
        insideVertical: NO_BORDER,
      },
      rows: rows.map(({ name, value }, n) => {
        const keepNext = n < rows.length - 1;
        const line = (children: readonly ParagraphChild[]): Paragraph =>
          new Paragraph({ style: 'TableText', keepNext, children: [...children] });
        return new TableRow({
          cantSplit: true,
          children: [
            cell([line(docxInline([{ kind: 'text', text: name, marks: ['faint'] }], anchors))], {
              width: NAME_WIDTH,
            }),
            cell([line(docxInline(value, anchors))], { width: width - NAME_WIDTH }),
          ],
        });
      }),
    }),
  ];
}
