import { type Markup, markup } from '#shared/report/markup.ts';
import type { Column, GridCell, Row, Table } from '#shared/report/content/block.ts';
import { isLong } from '#shared/report/content/long-row.ts';
import { type Anchors, inlineHtml } from './inline-html.ts';

/** Rows up to which a table is kept on one page. */
const SHORT = 3;

/** A table whose head repeats on every page and whose rows stay whole. */
export function tableHtml(table: Table, anchors: Anchors): Markup {
  const { columns, rows, caption, note } = table;
  const colgroup = columns.some(({ width }) => width !== undefined)
    ? markup`<colgroup>${columns.map(({ width }) => markup`<col${width !== undefined && markup` style="width:${width}%"`}>`)}</colgroup>`
    : '';
  const head = columns.map(
    ({ title, kind }) => markup`<th scope="col" class="${kind}">${title}</th>`,
  );
  const short = rows.length <= SHORT && ' short';
  return markup`<div class="table${short}"><table>${caption !== undefined && markup`<caption>${inlineHtml(caption, anchors)}</caption>`}${colgroup}<thead><tr>${head}</tr></thead><tbody>${rows.map((row) => rowHtml(row, columns, anchors))}</tbody></table>${note !== undefined && markup`<p class="note">${inlineHtml(note, anchors)}</p>`}</div>`;
}

function rowHtml(row: Row, columns: readonly Column[], anchors: Anchors): Markup {
  if (row.kind === 'remark') {
    return markup`<tr class="${row.detail === true ? 'detail' : 'remark'}"><td colspan="${columns.length}">${inlineHtml(row.text, anchors)}</td></tr>`;
  }
  const cells = row.cells.map(
    (cell, n) =>
      markup`<td class="${columns[n]?.kind ?? 'text'}">${inlineHtml(cell, anchors)}</td>`,
  );
  return markup`<tr${row.anchor !== undefined && markup` id="${row.anchor}"`}${isLong(row) && markup` class="long"`}>${cells}</tr>`;
}

/** A table the analyst wrote; its first row repeats when all of it is headings. */
export function gridHtml(
  rows: readonly (readonly GridCell[])[],
  content: (cell: GridCell) => readonly Markup[],
): Markup {
  const [first = []] = rows;
  const headed = first.length > 0 && first.every(({ heading }) => heading);
  const body = (headed ? rows.slice(1) : rows).map((row) => gridRow(row, content));
  return markup`<div class="table"><table class="grid">${headed && markup`<thead>${gridRow(first, content)}</thead>`}<tbody>${body}</tbody></table></div>`;
}

function gridRow(row: readonly GridCell[], content: (cell: GridCell) => readonly Markup[]): Markup {
  const cells = row.map((cell) => {
    const spans = markup`${cell.columns > 1 && markup` colspan="${cell.columns}"`}${cell.rows > 1 && markup` rowspan="${cell.rows}"`}`;
    return cell.heading
      ? markup`<th${spans}>${content(cell)}</th>`
      : markup`<td${spans}>${content(cell)}</td>`;
  });
  return markup`<tr>${cells}</tr>`;
}
