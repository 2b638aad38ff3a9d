import type { Gap } from '#shared/board/gaps.ts';
import { laneKeyOf, type LaneKind } from '#shared/board/lanes.ts';
import { PRECISION_NS } from '#shared/board/uncertainty.ts';
import type { BoardItem } from '#shared/model/board.ts';
import { formatRoughly } from '#shared/model/duration.ts';

/** Most that is drawn at once, single items and counts together. */
export const MOST_DRAWN = 300;
/** A board larger than this is no story any more: it is not drawn, and says why. */
export const MOST_ON_A_BOARD = 2_000;
/** Cells of lane and time into which a crowded board is counted; less than half of what may be drawn. */
const MOST_CELLS = 140;
const FEWEST_COLUMNS = 6;
/** What lasted is drawn as a bar where its bar can hold a few words: at least this share of the window. */
const BAR_FROM = 0.12;
/** Times at least this coarse are drawn as wide as they are unsure. */
const WIDE_FROM = PRECISION_NS.min * 30n;

/** What the drawing shows at one place. Times in ms since 1970. */
export type Drawn =
  | {
      readonly kind: 'item';
      readonly id: string;
      readonly lane: string;
      readonly start: number;
      readonly end?: number;
      readonly item: BoardItem;
      readonly unsure: boolean;
      /** How long it lasted or how unsure its time is, where no bar shows it. */
      readonly note?: string;
    }
  | {
      readonly kind: 'count';
      readonly id: string;
      readonly lane: string;
      readonly start: number;
      readonly end: number;
      readonly count: number;
    }
  | {
      readonly kind: 'gap';
      readonly id: string;
      /** Across all lanes, or its length in a lane of its own. */
      readonly lane?: typeof GAP_LANE;
      readonly start: number;
      readonly end: number;
      readonly text: string;
    };

/** No phase, host or actor begins with a space. */
export const GAP_LANE = ' gaps';

export interface Window {
  readonly from: number;
  readonly to: number;
}

const ms = (time: bigint): number => Number(time / 1_000n) / 1_000;

/**
 * What is to be drawn of the board in a window of time: single items while they are few, else those of the emptier
 * stretches, and a count for each lane and stretch of time that is crowded. Items just outside are drawn too, so that
 * a small move of the window needs nothing new.
 */
export function drawnItems(
  items: readonly BoardItem[],
  gaps: readonly Gap[],
  lanes: LaneKind,
  window: Window,
): readonly Drawn[] {
  const width = window.to - window.from;
  const [low, high] = [window.from - width / 2, window.to + width / 2];
  const singles = items.flatMap((item) => single(item, lanes) ?? []);
  const near = singles.filter(({ start, end }) => start <= high && (end ?? start) >= low);
  const shown: readonly Drawn[] = near.length <= MOST_DRAWN ? near : counted(near, low, high);
  return [
    ...shown.map((one) => barOrPoint(one, width)),
    ...gaps.flatMap((gap) => gapOf(gap, width)),
  ];
}

function barOrPoint(drawn: Drawn, width: number): Drawn {
  if (drawn.kind !== 'item' || drawn.end === undefined) return drawn;
  if (drawn.end - drawn.start >= BAR_FROM * width) return drawn;
  const { end, ...point } = drawn;
  const length = formatRoughly(BigInt(Math.round((end - drawn.start) * 1_000)) * 1_000n);
  return { ...point, note: drawn.unsure ? `± ${length}` : length };
}

type Single = Extract<Drawn, { kind: 'item' }>;

function single(item: BoardItem, lanes: LaneKind): Single | undefined {
  if (item.time === undefined) return undefined;
  const start = ms(item.time);
  const width = PRECISION_NS[item.precision];
  const unsure = item.end === undefined && width >= WIDE_FROM;
  const end = item.end ?? (unsure ? item.time + width : undefined);
  return {
    kind: 'item',
    id: item.id,
    lane: laneKeyOf(item, lanes),
    start,
    ...(end !== undefined && end > item.time && { end: ms(end) }),
    item,
    unsure,
  };
}

/** Emptiest cells first while all of them together may be drawn; of the others, how many there are. */
function counted(singles: readonly Single[], low: number, high: number): readonly Drawn[] {
  const lanes = new Set(singles.map(({ lane }) => lane)).size;
  const columns = Math.max(FEWEST_COLUMNS, Math.floor(MOST_CELLS / lanes));
  const step = (high - low) / columns;
  const cells = new Map<string, Single[]>();
  for (const one of singles) {
    const column = Math.max(0, Math.min(columns - 1, Math.floor((one.start - low) / step)));
    const key = `${step} ${column} ${one.lane}`;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [one]);
    else cell.push(one);
  }
  let left = MOST_DRAWN - cells.size;
  return [...cells]
    .sort(([, a], [, b]) => a.length - b.length)
    .flatMap(([id, cell]): readonly Drawn[] => {
      left -= cell.length - 1;
      return cell.length === 1 || left >= 0 ? cell : [countOf(id, cell)];
    });
}

/** As wide as what it counts, so that looking closer at it shows just that. */
function countOf(id: string, cell: readonly Single[]): Drawn {
  const starts = cell.map(({ start }) => start);
  const start = Math.min(...starts);
  const end = Math.max(...starts, start + 1);
  return { kind: 'count', id, lane: cell[0]?.lane ?? '', start, end, count: cell.length };
}

/** Lengths keep clear of each other, so that they stand in one row. */
const GAP_INSET = 0.005;

function gapOf({ from, to }: Gap, width: number): readonly Drawn[] {
  const [start, end] = [ms(from), ms(to)];
  const inset = Math.min(GAP_INSET * width, (end - start) * 0.4);
  const text = formatRoughly(to - from);
  return [
    { kind: 'gap', id: `gap ${from}`, start, end, text: '' },
    {
      kind: 'gap',
      id: `gap ${from} length`,
      lane: GAP_LANE,
      start: start + inset,
      end: end - inset,
      text,
    },
  ];
}

/** The window that shows every dated item, with a little room around; undefined when there is none. */
export function wholeBoard(items: readonly BoardItem[]): Window | undefined {
  const starts = items.flatMap(({ time }) => (time === undefined ? [] : [ms(time)]));
  if (starts.length === 0) return undefined;
  const ends = items.flatMap(({ time, end }) => (time === undefined ? [] : [ms(end ?? time)]));
  return around({
    from: starts.reduce((a, b) => Math.min(a, b)),
    to: ends.reduce((a, b) => Math.max(a, b)),
  });
}

/** More room after than before: labels stand to the right of their marks. */
export function around({ from, to }: Window): Window {
  const room = Math.max((to - from) * 0.06, 60_000);
  return { from: from - room, to: to + room * 2 };
}
