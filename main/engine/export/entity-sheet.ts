import type { EntitySheet } from '#shared/ipc/entities.ts';
import { markup, type Markup } from '#shared/report/markup.ts';
import { printSheet, type SheetAbout } from '../../learning/print-sheet.ts';
import { sheetDrawing } from './sheet-drawing.ts';

/** A sheet of the screen Entities as a document that holds all it needs and runs nothing. */
export function entitySheet(sheet: EntitySheet, about: SheetAbout): ReturnType<typeof printSheet> {
  const { lead, drawing, tables, notes } = sheet;
  const figure = drawing !== undefined && sheetDrawing(drawing);
  const first = drawing?.kind === 'graph';
  const body = markup`<p>${lead}</p>${first && figure}${tables.map(tableHtml)}${!first && figure}${notes.length > 0 && markup`<section><h2>What this evidence can show</h2><ul>${notes.map((note) => markup`<li>${note}</li>`)}</ul></section>`}`;
  return printSheet(about, body);
}

function tableHtml({ title, columns, rows }: EntitySheet['tables'][number]): Markup {
  const kinds = columns.map(({ number }) => (number ? 'number' : 'text'));
  const head = columns.map(
    (column, n) => markup`<th scope="col" class="${kinds[n] ?? 'text'}">${column.title}</th>`,
  );
  const lines = rows.map(
    (row) =>
      markup`<tr>${row.map((cell, n) => markup`<td class="${kinds[n] ?? 'text'}">${cell}</td>`)}</tr>`,
  );
  const cols = widthsOf(columns, rows).map((width) => markup`<col style="width:${width}%">`);
  const table = markup`<div class="table"><table><colgroup>${cols}</colgroup><thead><tr>${head}</tr></thead><tbody>${lines}</tbody></table></div>`;
  return markup`<section><h2>${title}</h2>${rows.length === 0 ? markup`<p>None seen.</p>` : table}</section>`;
}

/** Letters: a cell of one word is never broken below the first, no column takes more than the second. */
const WORD = 17;
const WIDE = 40;
/** What the space between columns takes, in letters. */
const BETWEEN = 3;

/** Shares of the page in percent, by what nine of ten cells need: no column is a ribbon because another is empty. */
function widthsOf(
  columns: readonly { readonly title: string }[],
  rows: readonly (readonly string[])[],
): readonly number[] {
  const needs = columns.map(({ title }, n) => {
    const lengths = rows.map((row) => row[n]?.length ?? 0).sort((a, b) => a - b);
    const usual = lengths[Math.floor((lengths.length - 1) * 0.9)] ?? 0;
    const word = Math.min(WORD, lengths.at(-1) ?? 0);
    return Math.min(WIDE, Math.max(title.length, usual, word)) + BETWEEN;
  });
  const whole = needs.reduce((sum, need) => sum + need, 0);
  return needs.map((need) => Math.round((need / whole) * 1_000) / 10);
}
