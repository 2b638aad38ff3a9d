import { formatRoughly } from '../model/duration.ts';

/**
 * The time axis of the printed board. Long stretches without items are folded to a mark that says how long they
 * are; what is between two folds is drawn to a scale of its own, with its own ticks. Lengths are in SVG units.
 */
export interface Axis {
  readonly segments: readonly Segment[];
  readonly folds: readonly Fold[];
  xOf(time: bigint): number;
}

export interface Segment {
  readonly from: bigint;
  readonly to: bigint;
  readonly left: number;
  readonly right: number;
  readonly ticks: readonly Tick[];
}

export interface Tick {
  readonly x: number;
  readonly label: string;
  /** Given where the date is new. */
  readonly date?: string;
}

export interface Fold {
  readonly left: number;
  readonly right: number;
  readonly label: string;
}

const FOLD_WIDTH = 30;
const MIN_SEGMENT = 34;
const MAX_SEGMENTS = 8;
const TICK_SPACE = 36;
const SECOND = 1_000_000_000n;
const STEPS = [1, 5, 15, 30, 60, 300, 900, 1_800, 3_600, 10_800, 21_600, 43_200, 86_400].map(
  (seconds) => BigInt(seconds) * SECOND,
);
const DAY = 86_400n * SECOND;
const LEAST_FOLD = 1_800n * SECOND;

/** What a clock on the wall is ahead of UTC at a moment, in ns: times are written, and steps begin, as it shows. */
export type WallOffset = (time: bigint) => bigint;

const UTC: WallOffset = () => 0n;

/** `times` rising, at least one. */
export function axisOf(
  times: readonly bigint[],
  left: number,
  width: number,
  offset: WallOffset = UTC,
): Axis {
  const parts = split(times);
  const room = width - FOLD_WIDTH * (parts.length - 1);
  const widths = widthsOf(parts, room);
  const segments: Segment[] = [];
  const folds: Fold[] = [];
  let x = left;
  let lastDate = '';
  for (const [n, { from, to }] of parts.entries()) {
    const right = x + (widths[n] ?? 0);
    const bare = { from, to, left: x, right };
    const ticks = ticksOf(bare, lastDate, offset);
    lastDate = dateOf(to + offset(to));
    segments.push({ ...bare, ticks });
    const next = parts[n + 1];
    if (next !== undefined) {
      folds.push({ left: right, right: right + FOLD_WIDTH, label: formatRoughly(next.from - to) });
    }
    x = right + FOLD_WIDTH;
  }
  return { segments, folds, xOf: (time) => place(segments, time) };
}

interface Span {
  readonly from: bigint;
  readonly to: bigint;
  readonly count: number;
}

/** Cuts at the longest stretches: each at least half an hour, a fourteenth of the whole and twice the usual. */
function split(times: readonly bigint[]): readonly Span[] {
  const first = times[0] ?? 0n;
  const last = times.at(-1) ?? first;
  const stretches = times
    .slice(1)
    .map((time, n) => ({ at: n + 1, length: time - (times[n] ?? time) }))
    .filter(({ length }) => length > 0n);
  const sorted = stretches.map(({ length }) => length).sort((a, b) => (a < b ? -1 : 1));
  const usual = sorted[Math.floor(sorted.length / 2)] ?? 0n;
  const least = [LEAST_FOLD, (last - first) / 14n, 2n * usual].reduce((a, b) => (a > b ? a : b));
  const cuts = stretches
    .filter(({ length }) => length >= least)
    .sort((a, b) => (a.length > b.length ? -1 : 1))
    .slice(0, MAX_SEGMENTS - 1)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  return [0, ...cuts].map((start, n) => {
    const end = cuts[n] ?? times.length;
    return { from: times[start] ?? first, to: times[end - 1] ?? last, count: end - start };
  });
}

/** Half by how many items a part holds, half by the root of how long it lasted; none narrower than its label. */
function widthsOf(parts: readonly Span[], room: number): readonly number[] {
  const roots = parts.map(({ from, to }) => Math.sqrt(Number((to - from) / SECOND)));
  const rootSum = roots.reduce((sum, root) => sum + root, 0) || 1;
  const countSum = parts.reduce((sum, { count }) => sum + count, 0);
  const spare = Math.max(0, room - MIN_SEGMENT * parts.length);
  const base = Math.min(MIN_SEGMENT, room / parts.length);
  return parts.map(({ count }, n) => {
    const share = 0.5 * (count / countSum) + 0.5 * ((roots[n] ?? 0) / rootSum);
    const even = rootSum === 1 && roots.every((root) => root === 0) ? count / countSum : share;
    return base + spare * even;
  });
}

function ticksOf(
  segment: Omit<Segment, 'ticks'>,
  lastDate: string,
  offset: WallOffset,
): readonly Tick[] {
  const { from, to, left, right } = segment;
  const length = to - from;
  const most = Math.max(1, Math.floor((right - left) / TICK_SPACE));
  const step = STEPS.find((one) => length / one <= BigInt(most)) ?? dayStep(length, most);
  const times = wholeSteps(from, to, step, offset);
  let date = lastDate;
  return times.map((time) => {
    const wall = time + offset(time);
    const own = dateOf(wall);
    // Ticks of days are dates themselves: the whole date is said where the year is new.
    const days = step >= DAY && length > 0n;
    const fresh = days ? own.slice(0, 4) !== date.slice(0, 4) : own !== date;
    date = own;
    const x = place([{ ...segment, ticks: [] }], time);
    const label = days ? own.slice(5) : labelOf(wall, step, length > 0n);
    return { x, label, ...(fresh && { date: own }) };
  });
}

/** The moments of a stretch at which the clock on the wall shows whole steps; its beginning, if there is none. */
function wholeSteps(from: bigint, to: bigint, step: bigint, offset: WallOffset): readonly bigint[] {
  const times: bigint[] = [];
  for (let wall = ((from + offset(from) + step - 1n) / step) * step; ; wall += step) {
    // The offset is that of the moment itself: the clock may have been put forward or back since the beginning.
    const time = wall - offset(wall - offset(wall));
    if (time > to) break;
    if (time >= from && time > (times.at(-1) ?? from - 1n)) times.push(time);
  }
  return times.length === 0 ? [from] : times;
}

const dayStep = (length: bigint, most: number): bigint => (length / DAY / BigInt(most) + 1n) * DAY;

const textOf = (wall: bigint): string => new Date(Number(wall / 1_000_000n)).toISOString();
const dateOf = (wall: bigint): string => textOf(wall).slice(0, 10);

const labelOf = (wall: bigint, step: bigint, segmentLasts: boolean): string =>
  step < 60n * SECOND && segmentLasts ? textOf(wall).slice(11, 19) : textOf(wall).slice(11, 16);

function place(segments: readonly Segment[], time: bigint): number {
  let last = segments[0];
  for (const segment of segments) {
    if (time < segment.from) return ((last ?? segment).right + segment.left) / 2;
    last = segment;
    if (time > segment.to) continue;
    const { from, to, left, right } = segment;
    // Markers and their labels keep clear of the folds.
    const inset = Math.min(8, (right - left) / 4);
    if (to === from) return left + inset;
    return left + inset + ((right - left - 2 * inset) * Number(time - from)) / Number(to - from);
  }
  return last?.right ?? 0;
}

/**
 * Each date by its left edge: just before its tick, and further to the left where the next one needs the room.
 * @param room what a date takes with the gap to the next
 */
export function dateMarks(
  ticks: readonly Tick[],
  width: number,
  room: number,
): readonly { readonly x: number; readonly date: string }[] {
  let right = width + 4;
  return ticks
    .toReversed()
    .flatMap(({ x, date }) => {
      if (date === undefined) return [];
      right = Math.max(0, Math.min(x - 8, right - room));
      return [{ x: right, date }];
    })
    .reverse();
}
