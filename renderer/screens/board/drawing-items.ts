import { laneKeyOf, type LaneKind } from '#shared/board/lanes.ts';
import { PRECISION_NS } from '#shared/board/uncertainty.ts';
import type { BoardItem } from '#shared/model/board.ts';
import type { Gap } from '#shared/board/gaps.ts';
import { formatRoughly } from '#shared/model/duration.ts';

/** Most items that are drawn one by one; measured: 500 take 0.6 s, 2,000 take 10 s. */
export const MOST_DRAWN = 300;
/** Columns into which a crowded stretch of time is counted. */
const BUCKETS = 40;
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
      readonly start: number;
      readonly end: number;
      readonly text: string;
    };

export interface Window {
  readonly from: number;
  readonly to: number;
}

const ms = (time: bigint): number => Number(time / 1_000n) / 1_000;

/**
 * What is to be drawn of the board in a window of time: single items while they are few, else one count for each lane
 * and stretch of time. Items just outside are drawn too, so that a small move of the window needs nothing new.
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
  const shown: readonly Drawn[] =
    near.length <= MOST_DRAWN ? near : counted(near, low, (high - low) / (2 * BUCKETS));
  return [...shown, ...gaps.map(gapOf)];
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

function counted(singles: readonly Single[], from: number, step: number): readonly Drawn[] {
  const counts = new Map<string, Extract<Drawn, { kind: 'count' }>>();
  for (const { lane, start } of singles) {
    const bucket = Math.floor((start - from) / step);
    const id = `${step} ${bucket} ${lane}`;
    const known = counts.get(id);
    const left = from + bucket * step;
    counts.set(id, {
      kind: 'count',
      id,
      lane,
      start: left,
      end: left + step,
      count: (known?.count ?? 0) + 1,
    });
  }
  return [...counts.values()];
}

const gapOf = ({ from, to }: Gap): Drawn => ({
  kind: 'gap',
  id: `gap ${from}`,
  start: ms(from),
  end: ms(to),
  text: `${formatRoughly(to - from)} without items`,
});

/** The window that shows every dated item, with a little room around; undefined when there is none. */
export function wholeBoard(items: readonly BoardItem[]): Window | undefined {
  const starts = items.flatMap(({ time }) => (time === undefined ? [] : [ms(time)]));
  if (starts.length === 0) return undefined;
  const ends = items.flatMap(({ time, end }) => (time === undefined ? [] : [ms(end ?? time)]));
  const from = starts.reduce((a, b) => Math.min(a, b));
  const to = ends.reduce((a, b) => Math.max(a, b));
  const room = Math.max((to - from) * 0.06, 60_000);
  return { from: from - room, to: to + room * 2 };
}
