import { shortened } from '../model/shortened.ts';
import type { Tick } from './figure-axis.ts';
import type { BoardItem } from '../model/board.ts';
import { type Markup, markup } from '../report/markup.ts';
import { dateMarks } from './figure-axis.ts';
import { AXIS_HEIGHT, type FigureLayout, type PlacedItem } from './figure-layout.ts';

/**
 * The board as a drawing for paper: black on white, nothing said by colour alone. Shape says how an item is known
 * (circle proven, diamond inferred, square assumed), filling how sure it is (full high, half medium, empty low).
 */
export function figureSvg(layout: FigureLayout, title: string): Markup {
  const { width, height } = layout;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}" class="board-figure" font-family="'Fireline Sans', 'Inter Variable', Inter, sans-serif" font-size="8.2" fill="#16181d">${lanes(layout)}${axis(layout)}${links(layout)}${layout.lanes.map((lane) => lane.items.map(itemMark))}${layout.lanes.map((lane) => lane.groups.map(groupMark))}</svg>`;
}

/** A date and the gap to the next, at the size of the figure’s letters. */
const DATE_ROOM = 54;

const round = (value: number): number => Math.round(value * 10) / 10;

function lanes({ lanes: all, width }: FigureLayout): readonly Markup[] {
  return all.map(
    ({ title, top, height }, n) =>
      markup`<rect x="0" y="${round(top)}" width="${width}" height="${round(height)}" fill="${n % 2 === 0 ? '#f4f4f2' : '#ffffff'}"/><text x="4" y="${round(top + 15.4)}" font-weight="600">${shortened(title, 22)}</text>`,
  );
}

function axis({ axis: { segments, folds }, height, width }: FigureLayout): Markup {
  const line = AXIS_HEIGHT - 4;
  const all = segments.flatMap((segment) => segment.ticks);
  const dates = dateMarks(all, width, DATE_ROOM).map(
    ({ x, date }) => markup`<text x="${round(x)}" y="9" font-weight="600">${date}</text>`,
  );
  const labelled = withRoom(all);
  const ticks = all.map(
    ({ x, label }, n) =>
      markup`<line x1="${round(x)}" x2="${round(x)}" y1="${line}" y2="${height}" stroke="#d9d9d4" stroke-width="0.6"/><line x1="${round(x)}" x2="${round(x)}" y1="${line - 4}" y2="${line}" stroke="#16181d" stroke-width="0.8"/>${labelled.has(n) && markup`<text x="${round(x)}" y="${line - 7}" text-anchor="${x > width - 20 ? 'end' : 'middle'}" fill="#3c4048">${label}</text>`}`,
  );
  const spans = segments.map(
    ({ left, right }) =>
      markup`<line x1="${round(left)}" x2="${round(right)}" y1="${line}" y2="${line}" stroke="#16181d" stroke-width="0.9"/>`,
  );
  const breaks = folds.map(({ left, right, label }) => {
    const middle = round((left + right) / 2);
    return markup`<rect x="${round(left + 3)}" y="${AXIS_HEIGHT}" width="${round(right - left - 6)}" height="${round(height - AXIS_HEIGHT)}" fill="#ffffff"/><path d="${zigzag(middle, AXIS_HEIGHT, height)}" fill="none" stroke="#8d9097" stroke-width="0.7"/><text x="${middle}" y="${line - 7}" text-anchor="middle" font-style="italic" fill="#3c4048">${label}</text><path d="M${middle - 5} ${line + 3} l3 -6 M${middle + 1} ${line + 3} l3 -6" stroke="#16181d" stroke-width="0.9"/>`;
  });
  return markup`${dates}${ticks}${spans}${breaks}<text x="4" y="${line - 7}" fill="#3c4048">UTC</text>`;
}

/** Of a letter of a label, and between two labels. */
const LETTER_WIDTH = 4.7;
const LABEL_GAP = 4;

/** Which ticks have a label: those that do not stand on the one before. */
function withRoom(ticks: readonly Tick[]): ReadonlySet<number> {
  const labelled = new Set<number>();
  let free = -Infinity;
  for (const [n, { x, label }] of ticks.entries()) {
    const half = (label.length * LETTER_WIDTH) / 2;
    if (x - half < free) continue;
    labelled.add(n);
    free = x + half + LABEL_GAP;
  }
  return labelled;
}

function zigzag(x: number, top: number, bottom: number): string {
  let path = `M${x} ${top}`;
  for (let y = top, n = 0; y < bottom; y += 7, n++) {
    path += ` L${x + (n % 2 === 0 ? 2 : -2)} ${round(Math.min(y + 3.5, bottom))}`;
  }
  return path;
}

const DASHES = { 'led-to': '', enabled: '4 2', 'same-as': '1 2', related: '1 3' } as const;

function links({ links: all }: FigureLayout): readonly Markup[] {
  return all.map(({ link, from, to }) => {
    const bend = from.y === to.y ? -14 : 0;
    const x = round((from.x + to.x) / 2);
    const path = `M${round(from.x)} ${round(from.y)} C${x} ${round(from.y + bend)} ${x} ${round(to.y + bend)} ${round(to.x)} ${round(to.y)}`;
    const dash = DASHES[link.kind];
    return markup`<path d="${path}" fill="none" stroke="#8d9097" stroke-width="0.8"${dash !== '' && markup` stroke-dasharray="${dash}"`}/>`;
  });
}

function itemMark(placed: PlacedItem): Markup {
  const { item, x, y, until, label, labelSide } = placed;
  const textX = labelSide === 'right' ? x + 8 : x - 8;
  const anchor = labelSide === 'right' ? 'start' : 'end';
  const [number = '', ...words] = label.split(' ');
  return markup`<g><title>${item.title}</title>${until !== undefined && reach(x, y, until)}${marker(item, x, y)}<text x="${round(textX)}" y="${round(y + 2.9)}" text-anchor="${anchor}" stroke="#ffffff" stroke-width="2.4" stroke-linejoin="round" paint-order="stroke"><tspan font-weight="600">${number}</tspan> ${words.join(' ')}</text></g>`;
}

/** Under the label, so that both can be read: a bar for what lasted, a dotted line for a time known roughly. */
function reach(x: number, y: number, until: NonNullable<PlacedItem['until']>): Markup {
  const [left, right, line] = [round(x), round(until.x), round(y + 5.6)];
  return until.kind === 'lasts'
    ? markup`<path d="M${left} ${round(y)} V${line} H${right} m0 -2 v4" fill="none" stroke="#16181d" stroke-width="1"/>`
    : markup`<path d="M${left} ${round(y)} V${line} H${right}" fill="none" stroke="#16181d" stroke-width="0.8" stroke-dasharray="1.4 1.4"/>`;
}

/** A marker alone, for the legend. */
export const markerSvg = (item: Pick<BoardItem, 'standing' | 'confidence'>): Markup =>
  markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12" class="board-mark" aria-hidden="true">${marker(item, 6, 6)}</svg>`;

function marker(
  { standing, confidence }: Pick<BoardItem, 'standing' | 'confidence'>,
  x: number,
  y: number,
): Markup {
  const fill = confidence === 'high' ? '#16181d' : '#ffffff';
  const dash = standing === 'assumed' ? '1.6 1.2' : '';
  const outline = outlineOf(standing, x, y);
  const half =
    confidence === 'medium' && markup`<path d="${halfOf(standing, x, y)}" fill="#16181d"/>`;
  return markup`<path d="${outline}" fill="${fill}" stroke="#16181d" stroke-width="1.1"${dash !== '' && confidence !== 'high' && markup` stroke-dasharray="${dash}"`}/>${half}`;
}

function outlineOf(standing: BoardItem['standing'], x: number, y: number): string {
  const [cx, cy] = [round(x), round(y)];
  if (standing === 'proven') return `M${round(cx - 4)} ${cy} a4 4 0 1 0 8 0 a4 4 0 1 0 -8 0 Z`;
  if (standing === 'inferred') return `M${cx} ${round(cy - 5)} l5 5 l-5 5 l-5 -5 Z`;
  return `M${round(cx - 3.8)} ${round(cy - 3.8)} h7.6 v7.6 h-7.6 Z`;
}

function halfOf(standing: BoardItem['standing'], x: number, y: number): string {
  const [cx, cy] = [round(x), round(y)];
  if (standing === 'proven') return `M${cx} ${round(cy - 4)} a4 4 0 0 0 0 8 Z`;
  if (standing === 'inferred') return `M${cx} ${round(cy - 5)} l-5 5 l5 5 Z`;
  return `M${round(cx - 3.8)} ${round(cy - 3.8)} h3.8 v7.6 h-3.8 Z`;
}

function groupMark({ x, y, count }: { x: number; y: number; count: number }): Markup {
  const label = `+${count}`;
  const width = 8 + label.length * 5;
  return markup`<rect x="${round(x - width / 2)}" y="${round(y - 5.5)}" width="${width}" height="11" rx="5.5" fill="#ffffff" stroke="#16181d" stroke-width="0.8"/><text x="${round(x)}" y="${round(y + 2.9)}" text-anchor="middle" font-weight="600">${label}</text>`;
}
