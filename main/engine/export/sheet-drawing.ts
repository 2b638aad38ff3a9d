import type { SheetDrawing, SheetGraph, SheetMovement } from '#shared/ipc/entities.ts';
import { markup, type Markup } from '#shared/report/markup.ts';

const INK = '#1a1b1f';
const SOFT = '#8a8d96';
const HAIR = '#d9d9d4';
const MARK = '#b3002d';

/** A drawing on paper: as wide as the page at most, and as high as what stands over it leaves of one. */
export const sheetDrawing = (drawing: SheetDrawing): Markup =>
  drawing.kind === 'graph' ? graph(drawing) : movement(drawing);

function graph({ width, height, boxes, curves }: SheetGraph): Markup {
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

/** Whole on one page, under its own heading. */
function movement(drawing: SheetMovement): Markup {
  const { title, note, width, height, left, right, top, bottom, ticks, lanes, moves } = drawing;
  const times = ticks.map(
    ({ x, label }) =>
      markup`<line x1="${x}" x2="${x}" y1="${top}" y2="${bottom}" stroke="${HAIR}"/><text x="${x}" y="${top - 8}" text-anchor="middle">${label}</text>`,
  );
  const rows = lanes.map(
    ({ y, label }) =>
      markup`<line x1="${left}" x2="${right}" y1="${y}" y2="${y}" stroke="${HAIR}"/><text x="${left - 8}" y="${y + 3.6}" text-anchor="end">${label}</text>`,
  );
  const arrows = moves.map(({ x, from, to, marked }) => {
    const [back, tip] = to > from ? [to - 6, to] : [to + 6, to];
    const begin = marked
      ? `M${x} ${from - 4.5}l4 4.5l-4 4.5l-4 -4.5Z`
      : `M${x - 2.2} ${from}a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0 -4.4 0Z`;
    const colour = marked ? MARK : INK;
    return markup`<path d="M${x} ${from}V${back}" fill="none" stroke="${colour}" stroke-width="${marked ? 1.8 : 1}"/><path d="${begin}M${x - 3.4} ${back}L${x + 3.4} ${back}L${x} ${tip}Z" fill="${colour}"/>`;
  });
  const about = `An arrow stands at the first time of each way, from where to which host. ◆ The intruder’s.${note === undefined ? '' : ` ${note}`}`;
  return markup`<section style="break-inside:avoid"><h2>${title}</h2><p class="about">${about}</p><svg role="img" aria-label="${title}" viewBox="0 0 ${width} ${height}" style="display:block;width:100%;max-height:138mm;font-family:inherit" font-size="10.5" fill="${INK}">${times}${rows}${arrows}</svg></section>`;
}
