import { shortened } from '../model/shortened.ts';
import type { BoardItem, BoardLink } from '../model/board.ts';
import type { BoardItemId } from '../model/ids.ts';
import { type Axis, axisOf, type WallOffset } from './figure-axis.ts';
import { boardNumber, inOrder } from './board-order.ts';
import { type Lane, type LaneKind, lanesOf } from './lanes.ts';
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
  /** Keys of lanes that come first, in this order. */
  readonly first?: readonly string[];
  /** What each item is called; by their order without it. */
  readonly numbers?: ReadonlyMap<BoardItemId, string>;
  /** The clock that the axis is written in: UTC without it. */
  readonly offset?: WallOffset;
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
  const numbers =
    options.numbers ?? new Map(ordered.map((item, n) => [item.id, boardNumber(n)] as const));
  const dated = ordered.filter((item) => item.time !== undefined);
  if (dated.length === 0) return undefined;
  const times = [...new Set(dated.flatMap(({ time, end }) => [time ?? 0n, end ?? time ?? 0n]))];
  const axis = axisOf(
    times.sort((a, b) => (a < b ? -1 : 1)),
    LANE_LABEL,
    options.width - LANE_LABEL - RIGHT_MARGIN,
    options.offset,
  );
  const { first = [] } = options;
  const placeOf = ({ key }: Lane): number => first.indexOf(key) + 1 || Infinity;
  const lanes = lanesOf(dated, options.lanes).toSorted((a, b) =>
    placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b),
  );
  const most = Math.floor(
    (options.maxHeight - AXIS_HEIGHT - lanes.length * LANE_PADDING * 2) / ROW / lanes.length,
  );
  let top = AXIS_HEIGHT;
  const placed = lanes.map(({ title, items: own }) => {
    const lane = placeLane(own, { title, top, right: options.width, rows: Math.max(1, most) });
    top += lane.height;
    return lane;
  });

  /**
   * With words, as long as all items fit; in a crowded lane by number, with words where they take nothing from others;
   * what does not fit even so is counted.
   */
  function placeLane(own: readonly BoardItem[], lane: Place): PlacedLane {
    const worded = placeItems(own, lane, { rows: lane.rows, words: true });
    if (worded.left.length === 0) return laneOf(lane, worded, []);
    const numbered = placeItems(own, lane, { rows: lane.rows, words: false });
    if (numbered.left.length === 0) return laneOf(lane, numbered, []);
    // Counts have the last row to themselves.
    const rows = Math.max(1, lane.rows - 1);
    const some = placeItems(own, lane, { rows, words: false });
    const groups = countsOf(some.left, axis, rowAt(lane, Math.max(1, lane.rows - 1)));
    return laneOf(lane, { ...some, used: lane.rows }, groups);
  }

  function placeItems(own: readonly BoardItem[], lane: Place, how: How): Placing {
    const rows = new Rows(how.rows);
    const items: PlacedItem[] = [];
    const left: BoardItem[] = [];
    const found = own.map((item, n) => {
      const number = numbers.get(item.id) ?? '';
      const x = axis.xOf(item.time ?? 0n);
      const until = untilOf(item, axis, x);
      const mark = { x, end: until?.x ?? x, rightEdge: lane.right };
      const words = `${number} ${cut(item.title)}`;
      const slot =
        (how.words ? rows.find(mark, words) : undefined) ??
        rows.find(mark, number, how.words ? 0 : n);
      return { item, number, x, until, mark, words, slot };
    });
    for (const { item, number, x, until, mark, words, slot } of found) {
      if (slot === undefined) {
        left.push(item);
        continue;
      }
      if (slot.label !== words) rows.widen(slot, mark, words);
      const { label, side: labelSide } = slot;
      const y = rowAt(lane, slot.row);
      items.push({ item, number, x, y, ...(until !== undefined && { until }), label, labelSide });
    }
    return { items, left, used: rows.used };
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

interface Place {
  readonly title: string;
  readonly top: number;
  readonly right: number;
  readonly rows: number;
}

interface How {
  readonly rows: number;
  readonly words: boolean;
}

interface Placing {
  readonly items: readonly PlacedItem[];
  /** For which there is no room. */
  readonly left: readonly BoardItem[];
  readonly used: number;
}

const rowAt = ({ top }: Place, row: number): number => top + LANE_PADDING + ROW / 2 + row * ROW;

const laneOf = (
  { title, top }: Place,
  { items, used }: Placing,
  groups: PlacedLane['groups'],
): PlacedLane => ({
  title,
  top,
  height: LANE_PADDING * 2 + ROW * Math.max(1, used),
  items,
  groups,
});

/** Wide enough for a count of four digits. */
const GROUP_WIDTH = 34;

/** Items in time order, counted together as long as their counts would touch. */
function countsOf(items: readonly BoardItem[], axis: Axis, y: number): PlacedLane['groups'] {
  const groups: { x: number; y: number; count: number }[] = [];
  for (const { time } of items) {
    const x = axis.xOf(time ?? 0n);
    const last = groups.at(-1);
    if (last !== undefined && x - last.x < GROUP_WIDTH) last.count++;
    else groups.push({ x, y, count: 1 });
  }
  return groups;
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

const cut = (title: string): string => shortened(title, LABEL_CHARS);

interface Mark {
  readonly x: number;
  readonly end: number;
  readonly rightEdge: number;
}

interface Slot {
  readonly row: number;
  label: string;
  side: 'left' | 'right';
  left: number;
  right: number;
}

/** Keeps labels of one lane from covering each other. */
class Rows {
  used = 0;
  private readonly taken: Slot[][] = [];

  constructor(private readonly most: number) {}

  /** The first row from `first` on in which the label has room. */
  find(mark: Mark, label: string, first = 0): Slot | undefined {
    for (let n = 0; n < this.most; n++) {
      const row = (first + n) % this.most;
      for (const place of placesOf(mark, label)) {
        if (!this.isFree(row, place.left, place.right)) continue;
        const slot = { row, label, ...place };
        (this.taken[row] ??= []).push(slot);
        this.used = Math.max(this.used, row + 1);
        return slot;
      }
    }
    return undefined;
  }

  /** Gives a placed mark a longer label, if there is room for it where it stands. */
  widen(slot: Slot, mark: Mark, label: string): void {
    const place = placesOf(mark, label).find(({ left, right }) =>
      this.isFree(slot.row, left, right, slot),
    );
    if (place !== undefined) Object.assign(slot, place, { label });
  }

  private isFree(row: number, left: number, right: number, but?: Slot): boolean {
    const taken = this.taken[row] ?? [];
    return !taken.some((one) => one !== but && left < one.right && right > one.left);
  }
}

/** Where a label can stand beside its mark: to the right, if the sheet is wide enough, or to the left. */
function placesOf(
  { x, end, rightEdge }: Mark,
  label: string,
): readonly Pick<Slot, 'side' | 'left' | 'right'>[] {
  const width = label.length * CHARACTER + MARKER + 6;
  const right = {
    side: 'right',
    left: x - MARKER,
    right: Math.max(x + width, end) + MARKER,
  } as const;
  const left = { side: 'left', left: x - width, right: Math.max(x, end) + MARKER } as const;
  return [...(x + width <= rightEdge ? [right] : []), left].filter(
    (place) => place.left >= LANE_LABEL,
  );
}
