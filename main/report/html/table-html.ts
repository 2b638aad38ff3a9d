import { type Markup, markup } from '#shared/report/markup.ts';
import type { Column, GridCell, Row, Table } from '#shared/report/content/block.ts';
import { gridWidths } from '#shared/report/content/grid-widths.ts';
import { isLong, isShort, staysWithNext } from '#shared/report/content/table-breaks.ts';
import { type Anchors, inlineHtml } from './inline-html.ts';

/** A table whose head repeats on every page and whose rows stay whole. */
export function tableHtml(table: Table, anchors: Anchors): Markup {
  const { columns, rows, caption, note, dense = false } = table;
  const colgroup = columns.some(({ width }) => width !== undefined)
    ? markup`<colgroup>${columns.map(({ width }) => markup`<col${width !== undefined && markup` style="width:${width}%"`}>`)}</colgroup>`
    : '';
  const head = columns.map(
    ({ title, kind }) => markup`<th scope="col" class="${kind}">${title}</th>`,
  );
  const short = isShort(table) && ' short';
  const small = dense && ' dense';
  return markup`<div class="table${short}${small}"><table>${caption !== undefined && markup`<caption>${inlineHtml(caption, anchors)}</caption>`}${colgroup}<thead><tr>${head}</tr></thead><tbody>${rows.map((row, n) => rowHtml(row, columns, anchors, staysWithNext(rows, n)))}</tbody></table>${note !== undefined && markup`<p class="note">${inlineHtml(note, anchors)}</p>`}</div>`;
}

function rowHtml(row: Row, columns: readonly Column[], anchors: Anchors, stays: boolean): Markup {
  const kind = row.kind === 'remark' ? (row.detail === true ? 'detail' : 'remark') : '';
  const classes = [kind, isLong(row) ? 'long' : '', stays ? 'stays' : ''].filter(
    (one) => one !== '',
  );
  const named = classes.length > 0 && markup` class="${classes.join(' ')}"`;
  if (row.kind === 'remark') {
    return markup`<tr${named}><td colspan="${columns.length}">${inlineHtml(row.text, anchors)}</td></tr>`;
  }
  const cells = row.cells.map(
    (cell, n) =>
      markup`<td class="${columns[n]?.kind ?? 'text'}">${inlineHtml(cell, anchors)}</td>`,
  );
  return markup`<tr${row.anchor !== undefined && markup` id="${row.anchor}"`}${named}>${cells}</tr>`;
}

/** A table the analyst wrote; its first row repeats when all of it is headings. */
export function gridHtml(
  rows: readonly (readonly GridCell[])[],
  content: (cell: GridCell) => readonly Markup[],
): Markup {
  const [first = []] = rows;
  const headed = first.length > 0 && first.every(({ heading }) => heading);
  const body = (headed ? rows.slice(1) : rows).map((row) => gridRow(row, content));
  const widths = gridWidths(rows).map((width) => markup`<col style="width:${width}%">`);
  return markup`<div class="table"><table class="grid">${widths.length > 0 && markup`<colgroup>${widths}</colgroup>`}${headed && markup`<thead>${gridRow(first, content)}</thead>`}<tbody>${body}</tbody></table></div>`;
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
