import type { BoardItem, BoardLink } from '../model/board.ts';
import type { BoardItemId } from '../model/ids.ts';
import { type Axis, axisOf } from './figure-axis.ts';
import { boardNumber, inOrder } from './board-order.ts';
import { type LaneKind, lanesOf } from './lanes.ts';
import { PRECISION_NS } from './uncertainty.ts';

/** Everything placed, in SVG units (96 to the inch); drawing adds nothing but ink. */
export interface FigureLayout {
  readonly width: number;
  readonly height: number;
  readonly axis: Axis;
  readonly lanes: readonly PlacedLane[];
  readonly links: readonly PlacedLink[];
  /** Items without a time, which a time axis cannot show. */
  readonly undated: number;
  /** Items drawn as a count because the lane is full. */
  readonly grouped: number;
}

export interface PlacedLane {
  readonly title: string;
  readonly top: number;
  readonly height: number;
  readonly items: readonly PlacedItem[];
  readonly groups: readonly { readonly x: number; readonly y: number; readonly count: number }[];
}

export interface PlacedItem {
  readonly item: BoardItem;
  readonly number: string;
  readonly x: number;
  readonly y: number;
  /** Where it ends, for what lasted; or how far its imprecise time reaches. */
  readonly until?: { readonly x: number; readonly kind: 'lasts' | 'uncertain' };
  readonly label: string;
  readonly labelSide: 'left' | 'right';
}

export interface PlacedLink {
  readonly link: BoardLink;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

export interface FigureOptions {
  readonly width: number;
  readonly maxHeight: number;
  readonly lanes: LaneKind;
}

export const LANE_LABEL = 104;
export const AXIS_HEIGHT = 36;
const ROW = 15;
const LANE_PADDING = 5;
const MARKER = 5;
const RIGHT_MARGIN = 10;
const LABEL_CHARS = 46;
/** Average width of a character of the label's font, deliberately generous. */
const CHARACTER = 4.55;
const UNCERTAIN_FROM = 60_000_000_000n;

export function layOutFigure(
  items: Iterable<BoardItem>,
  links: Iterable<BoardLink>,
  options: FigureOptions,
): FigureLayout | undefined {
  const ordered = inOrder(items);
  const numbers = new Map(ordered.map((item, n) => [item.id, boardNumber(n)]));
  const dated = ordered.filter((item) => item.time !== undefined);
  if (dated.length === 0) return undefined;
  const times = [...new Set(dated.flatMap(({ time, end }) => [time ?? 0n, end ?? time ?? 0n]))];
  const axis = axisOf(
    times.sort((a, b) => (a < b ? -1 : 1)),
    LANE_LABEL,
    options.width - LANE_LABEL - RIGHT_MARGIN,
  );
  const lanes = lanesOf(dated, options.lanes);
  const most = Math.floor(
    (options.maxHeight - AXIS_HEIGHT - lanes.length * LANE_PADDING * 2) / ROW / lanes.length,
  );
  let top = AXIS_HEIGHT;
  const placed = lanes.map(({ title, items: own }) => {
    const lane = placeLane(own, { title, top, right: options.width, rows: Math.max(1, most) });
    top += lane.height;
    return lane;
  });

  function placeLane(
    own: readonly BoardItem[],
    lane: { title: string; top: number; right: number; rows: number },
  ): PlacedLane {
    const rows = new Rows(lane.rows);
    const placedItems: PlacedItem[] = [];
    const groups: { x: number; y: number; count: number }[] = [];
    for (const item of own) {
      const number = numbers.get(item.id) ?? '';
      const x = axis.xOf(item.time ?? 0n);
      const until = untilOf(item, axis, x);
      const found =
        rows.find(x, until?.x ?? x, `${number} ${cut(item.title)}`, lane.right) ??
        rows.find(x, until?.x ?? x, number, lane.right);
      const y = lane.top + LANE_PADDING + ROW / 2;
      if (found === undefined) {
        const group = groups.find((one) => Math.abs(one.x - x) < 24);
        if (group === undefined) groups.push({ x, y: y + (lane.rows - 1) * ROW, count: 1 });
        else group.count++;
        continue;
      }
      const { row, label, side: labelSide } = found;
      placedItems.push({
        item,
        number,
        x,
        y: y + row * ROW,
        ...(until !== undefined && { until }),
        label,
        labelSide,
      });
    }
    const height = LANE_PADDING * 2 + ROW * Math.max(1, rows.used);
    return { title: lane.title, top: lane.top, height, items: placedItems, groups };
  }

  const at = new Map<BoardItemId, { x: number; y: number }>(
    placed.flatMap((lane) => lane.items.map(({ item, x, y }) => [item.id, { x, y }])),
  );
  return {
    width: options.width,
    height: top,
    axis,
    lanes: placed,
    links: [...links].flatMap((link) => {
      const from = at.get(link.from);
      const to = at.get(link.to);
      return from === undefined || to === undefined ? [] : [{ link, from, to }];
    }),
    undated: ordered.length - dated.length,
    grouped: placed.reduce((sum, { groups }) => sum + groups.reduce((n, g) => n + g.count, 0), 0),
  };
}

function untilOf(item: BoardItem, axis: Axis, x: number): PlacedItem['until'] {
  if (item.time === undefined) return undefined;
  if (item.end !== undefined && item.end > item.time) {
    return { x: Math.max(axis.xOf(item.end), x), kind: 'lasts' };
  }
  const width = PRECISION_NS[item.precision];
  if (width < UNCERTAIN_FROM) return undefined;
  const end = axis.xOf(item.time + width);
  return end - x > MARKER ? { x: end, kind: 'uncertain' } : undefined;
}

const cut = (title: string): string =>
  title.length <= LABEL_CHARS ? title : `${title.slice(0, LABEL_CHARS - 1).trimEnd()}…`;

/** Keeps labels of one lane from covering each other. */
class Rows {
  used = 0;
  private readonly taken: { left: number; right: number }[][] = [];

  constructor(private readonly most: number) {}

  find(
    x: number,
    until: number,
    label: string,
    rightEdge: number,
  ): { row: number; label: string; side: 'left' | 'right' } | undefined {
    const width = label.length * CHARACTER + MARKER + 6;
    const sides: readonly ('left' | 'right')[] =
      x + width <= rightEdge ? ['right', 'left'] : ['left'];
    for (let row = 0; row < this.most; row++) {
      for (const side of sides) {
        const left = side === 'right' ? x - MARKER : x - width;
        const right = Math.max(side === 'right' ? x + width : x, until) + MARKER;
        if (left < LANE_LABEL || !this.isFree(row, left, right)) continue;
        (this.taken[row] ??= []).push({ left, right });
        this.used = Math.max(this.used, row + 1);
        return { row, label, side };
      }
    }
    return undefined;
  }

  private isFree(row: number, left: number, right: number): boolean {
    return !(this.taken[row] ?? []).some((one) => left < one.right && right > one.left);
  }
}
