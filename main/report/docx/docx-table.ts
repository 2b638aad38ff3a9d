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
import { gridWidths } from '#shared/report/content/grid-widths.ts';
import { isLong, staysWithNext } from '#shared/report/content/table-breaks.ts';
import { bookmarkName, docxInline, type InlineWriting, inStyle, type Look } from './docx-inline.ts';
import { TABLE_STYLE, WASH } from './docx-styles.ts';

interface TableWriting extends InlineWriting {
  /** Twips. */
  readonly width: number;
}

/** A table whose head is repeated on every page and whose rows stay whole. */
export function docxTable(table: Content, writing: TableWriting): readonly (Paragraph | Table)[] {
  const { columns, rows, caption, note } = table;
  const widths = widthsOf(columns, writing.width);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, n) =>
      cell([textOf([{ kind: 'text', text: column.title, marks: [] }], writing, column, HEAD)], {
        width: widths[n] ?? 0,
      }),
    ),
  });
  return [
    ...(caption === undefined
      ? []
      : [
          new Paragraph({
            ...inStyle('TableCaption', writing),
            keepNext: true,
            children: [
              ...docxInline(caption, writing, writing.has('TableCaption') ? {} : { bold: true }),
            ],
          }),
        ]),
    new Table({
      ...frameOf(writing),
      columnWidths: widths,
      rows: [
        head,
        ...rows.map((row, n) =>
          docxRow(row, table, widths, writing, {
            // A note stays with the row above it.
            keepNext: staysWithNext(rows, n) || (note !== undefined && n === rows.length - 1),
            dense: table.dense === true,
          }),
        ),
      ],
    }),
    ...(note === undefined
      ? [tableEnd(writing)]
      : [
          new Paragraph({
            ...inStyle('Caption', writing),
            children: [...docxInline(note, writing)],
          }),
        ]),
  ];
}

/** How a table lies on the page: in a template it fills what it stands in, which may be a cell, in the template's look. */
const frameOf = (writing: TableWriting) =>
  writing.has(TABLE_STYLE)
    ? {
        style: TABLE_STYLE,
        layout: TableLayoutType.FIXED,
        width: { size: writing.width, type: WidthType.DXA },
      }
    : {
        width: { size: 100, type: WidthType.PERCENTAGE },
        margins: { top: 30, bottom: 30, left: 60, right: 60 },
      };

const tableEnd = (writing: InlineWriting): Paragraph => new Paragraph(inStyle('TableEnd', writing));

/** Half points of type in a table whose template has no style for it. */
const SMALL = 17;

/** How a line of a table is set: by its style, or as that would set it. */
const smallLook = (writing: InlineWriting, head: boolean): Look => ({
  small: true,
  ...(!writing.has('TableText') && { size: SMALL, ...(head && { bold: true }) }),
});

const noSpace = (writing: InlineWriting) =>
  writing.has('TableText') ? {} : { spacing: { before: 0, after: 0 } };

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
  { columns }: Content,
  widths: readonly number[],
  writing: TableWriting,
  setting: CellSetting,
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
          children: [textOf(row.text, writing, undefined, setting)],
        }),
      ],
    });
  }
  return new TableRow({
    cantSplit: !isLong(row),
    children: row.cells.map((parts, n) => {
      const anchor = n === 0 ? row.anchor : undefined;
      return cell([textOf(parts, writing, columns[n], { ...setting, anchor })], {
        width: widths[n] ?? 0,
      });
    }),
  });
}

interface CellSetting {
  readonly keepNext: boolean;
  readonly head?: boolean;
  readonly dense?: boolean;
  readonly anchor?: string | undefined;
}

/** A head stays with the row below it. */
const HEAD: CellSetting = { keepNext: true, head: true };

function textOf(
  parts: Parameters<typeof docxInline>[0],
  writing: TableWriting,
  column: Column | undefined,
  { keepNext, head = false, dense = false, anchor }: CellSetting,
): Paragraph {
  return new Paragraph({
    ...inStyle(head ? 'TableHead' : dense ? 'TableSmall' : 'TableText', writing),
    ...noSpace(writing),
    keepNext,
    ...(column?.kind === 'number' && { alignment: AlignmentType.RIGHT }),
    children: anchored(anchor, docxInline(parts, writing, smallLook(writing, head))),
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
  writing: TableWriting,
): readonly (Paragraph | Table)[] {
  const { width } = writing;
  const [first = []] = rows;
  const count = first.reduce((sum, { columns }) => sum + columns, 0);
  if (count === 0) return [];
  const shares = gridWidths(rows);
  const widths = Array.from({ length: count }, (_, n) =>
    Math.floor((width * (shares[n] ?? 100 / count)) / 100),
  );
  return [
    new Table({
      ...frameOf(writing),
      columnWidths: widths,
      rows: rows.map(
        (row, n) =>
          new TableRow({
            tableHeader: n === 0 && row.every(({ heading }) => heading),
            cantSplit: true,
            children: row.map((given, at) => {
              const children = content(given);
              return new TableCell({
                columnSpan: given.columns,
                rowSpan: given.rows,
                width: { size: widthOf(widths, at, given.columns), type: WidthType.DXA },
                children: children.length === 0 ? [new Paragraph({})] : [...children],
              });
            }),
          }),
      ),
    }),
    tableEnd(writing),
  ];
}

/** Of a cell that spans some columns: where any does, all are of one width. */
const widthOf = (widths: readonly number[], at: number, columns: number): number =>
  columns === 1 ? (widths[at] ?? 0) : (widths[0] ?? 0) * columns;

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NAME_WIDTH = 1_400;

/** Labelled values of one thing, kept together: each line says that the next belongs to it. */
export function docxFacts(
  { anchor, label, title, rows }: Facts,
  writing: TableWriting,
): readonly (Paragraph | Table)[] {
  const { width } = writing;
  const lead =
    label === undefined ? [] : [{ kind: 'text', text: `${label}  `, marks: [] } as const];
  const heading = [...lead, ...title];
  return [
    ...(heading.length === 0
      ? []
      : [
          new Paragraph({
            ...(writing.has('EntryTitle') ? { style: 'EntryTitle' } : { spacing: { before: 160 } }),
            keepNext: true,
            keepLines: true,
            children: anchored(
              anchor,
              docxInline(heading, writing, writing.has('EntryTitle') ? {} : { bold: true }),
            ),
          }),
        ]),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: width, type: WidthType.DXA },
      columnWidths: [NAME_WIDTH, width - NAME_WIDTH],
      margins: { left: 0 },
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
        const line = (parts: Parameters<typeof docxInline>[0]): Paragraph =>
          new Paragraph({
            ...inStyle('TableText', writing),
            ...noSpace(writing),
            keepNext,
            children: [...docxInline(parts, writing, smallLook(writing, false))],
          });
        return new TableRow({
          cantSplit: true,
          children: [
            cell([line([{ kind: 'text', text: name, marks: ['faint'] }])], { width: NAME_WIDTH }),
            cell([line(value)], { width: width - NAME_WIDTH }),
          ],
        });
      }),
    }),
  ];
}
