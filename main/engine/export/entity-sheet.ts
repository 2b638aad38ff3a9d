import type { EntitySheet, SheetDrawing } from '#shared/ipc/entities.ts';
import { markup, type Markup } from '#shared/report/markup.ts';
import { printSheet, type SheetAbout } from '../../learning/print-sheet.ts';

/** A sheet of the screen Entities as a document that holds all it needs and runs nothing. */
export function entitySheet(sheet: EntitySheet, about: SheetAbout): ReturnType<typeof printSheet> {
  const { lead, drawing, tables, notes } = sheet;
  const body = markup`<p>${lead}</p>${drawing !== undefined && figure(drawing)}${tables.map(tableHtml)}${notes.length > 0 && markup`<section><h2>What this evidence can show</h2><ul>${notes.map((note) => markup`<li>${note}</li>`)}</ul></section>`}`;
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

const INK = '#1a1b1f';
const SOFT = '#8a8d96';
const MARK = '#b3002d';

/** Boxes and curves, as wide as the page at most, and as high as the heading and the lead leave of it. */
function figure({ width, height, boxes, curves }: SheetDrawing): Markup {
  const lines = curves.map(({ from: [x1, y1], to: [x2, y2], weight }) => {
    const middle = x1 === x2 ? x1 + 40 : (x1 + x2) / 2;
    const path = `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
    return markup`<path d="${path}" fill="none" stroke="${SOFT}" stroke-opacity="0.6" stroke-width="${weight}"/>`;
  });
  const drawn = boxes.map(
    ({ x, y, width: w, height: h, label, strong, marked }) =>
      markup`<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="4" fill="#ffffff" stroke="${marked ? MARK : INK}" stroke-width="${strong ? 2 : 1}"/><text x="${x + 8}" y="${y + h / 2 + 4}" font-size="11" fill="${INK}">${marked && '◆ '}${label}</text>`,
  );
  return markup`<svg role="img" aria-label="Graph of neighbours" viewBox="0 0 ${width} ${height}" style="display:block;width:100%;max-height:122mm;font-family:inherit">${lines}${drawn}</svg>`;
}
