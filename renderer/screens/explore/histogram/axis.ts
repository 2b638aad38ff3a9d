import { scaleTime, scaleUtc } from 'd3-scale';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import type { Histogram } from '#shared/ipc/events.ts';
import type { Range } from '../view.ts';

/** A stretch of time laid out on pixels, by bins. */
export interface Axis {
  readonly start: bigint;
  readonly binWidth: bigint;
  readonly bins: number;
  readonly width: number;
}

export const axisOf = ({ start, binWidth, counts }: Histogram, width: number): Axis => ({
  start,
  binWidth,
  bins: counts.length,
  width,
});

export const endOf = ({ start, binWidth, bins }: Axis): bigint => start + binWidth * BigInt(bins);

/** The bin under a pixel, within the axis. */
export function binAt({ bins, width }: Axis, x: number): number {
  if (bins === 0 || width <= 0) return 0;
  return Math.max(0, Math.min(bins - 1, Math.floor((x / width) * bins)));
}

/** Where an instant is, in pixels; outside of the axis too. */
export function xOf({ start, binWidth, bins, width }: Axis, instant: bigint): number {
  const span = binWidth * BigInt(bins);
  if (span === 0n) return 0;
  // Exact to a millionth of the axis, which is less than a pixel.
  return (Number(((instant - start) * 1_000_000n) / span) / 1_000_000) * width;
}

/** Whole bins from one to another, both included, in either order. */
export function rangeOfBins({ start, binWidth }: Axis, a: number, b: number): Range {
  const [low, high] = a <= b ? [a, b] : [b, a];
  return { from: start + binWidth * BigInt(low), to: start + binWidth * BigInt(high + 1) };
}

/** The bins a range covers, as positions of its edges; within the axis. */
export function edgesOf(axis: Axis, range: Range): { readonly low: number; readonly high: number } {
  const at = (instant: bigint): number => {
    const bin = Number((instant - axis.start) / axis.binWidth);
    return Math.max(0, Math.min(axis.bins, bin));
  };
  return { low: at(range.from), high: at(range.to + axis.binWidth - 1n) };
}

export interface Tick {
  readonly x: number;
  readonly label: string;
  /** A day begins. */
  readonly strong: boolean;
}

const pad = (value: number): string => String(value).padStart(2, '0');
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Ticks at whole minutes, hours, days, months of the zone on display. */
export function ticksOf(axis: Axis, display: TimeDisplay, room = 90): readonly Tick[] {
  if (axis.bins === 0 || axis.width <= 0) return [];
  const ms = (instant: bigint): number => Number(instant / 1_000_000n);
  const domain = [new Date(ms(axis.start)), new Date(ms(endOf(axis)))];
  const scale = (display === 'utc' ? scaleUtc() : scaleTime())
    .domain(domain)
    .range([0, axis.width]);
  const dates = scale.ticks(Math.max(2, Math.floor(axis.width / room)));
  const step =
    dates[1] === undefined || dates[0] === undefined ? 0 : dates[1].getTime() - dates[0].getTime();
  return dates.map((date) => tick(date, scale(date), step, display));
}

function tick(date: Date, x: number, step: number, display: TimeDisplay): Tick {
  const utc = display === 'utc';
  const [hours, minutes, seconds, ms, day, month, year] = utc
    ? [
        date.getUTCHours(),
        date.getUTCMinutes(),
        date.getUTCSeconds(),
        date.getUTCMilliseconds(),
        date.getUTCDate(),
        date.getUTCMonth(),
        date.getUTCFullYear(),
      ]
    : [
        date.getHours(),
        date.getMinutes(),
        date.getSeconds(),
        date.getMilliseconds(),
        date.getDate(),
        date.getMonth(),
        date.getFullYear(),
      ];
  const midnight = hours === 0 && minutes === 0 && seconds === 0 && ms === 0;
  if (midnight) {
    const month3 = MONTHS[month] ?? '';
    if (day === 1 && month === 0) return { x, label: String(year), strong: true };
    return { x, label: step >= 20 * 86_400_000 ? month3 : `${day} ${month3}`, strong: true };
  }
  const clock = `${pad(hours)}:${pad(minutes)}`;
  const label =
    step >= 60_000
      ? clock
      : step >= 1_000
        ? `${clock}:${pad(seconds)}`
        : `${pad(seconds)}.${String(ms).padStart(3, '0')}`;
  return { x, label, strong: false };
}
