import { axisOf, dateMarks } from '#shared/board/figure-axis.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { wallOffset } from '#renderer/ui/time-text.ts';

/** Where the acts of a log lie along the slider. Shares of its way, 0 to 1; positions are acts done. */
export interface KnownScale {
  readonly shareOf: (position: number) => number;
  readonly positionAt: (share: number) => number;
  /** Times as they are displayed. */
  readonly ticks: readonly { readonly share: number; readonly label: string }[];
  /** Where they are new, by their left edge. */
  readonly dates: readonly { readonly share: number; readonly date: string }[];
  /** Stretches in which nothing was done, folded to a mark that says how long they were. */
  readonly folds: readonly { readonly from: number; readonly to: number; readonly label: string }[];
}

/** What a date takes with the gap to the next, in pixels. */
const DATE_ROOM = 78;

/** Each act as far from the next as any other. */
export const scaleByAct = (acts: number): KnownScale => ({
  shareOf: (position) => (acts === 0 ? 0 : position / acts),
  positionAt: (share) => Math.round(share * acts),
  ticks: [],
  dates: [],
  folds: [],
});

/**
 * Acts where their times put them, ns since 1970, rising. Nothing was known at the very left.
 * @param width of the slider, in pixels: what decides how many times can be written along it
 */
export function scaleByTime(
  times: readonly bigint[],
  width: number,
  display: TimeDisplay,
): KnownScale {
  if (times.length === 0) return scaleByAct(0);
  const axis = axisOf([...new Set(times)], 0, width, wallOffset(display));
  const ticks = axis.segments.flatMap((segment) => segment.ticks);
  const share = (x: number): number => Math.max(0, Math.min(1, x / width));
  const shares = times.map((time) => share(axis.xOf(time)));
  return {
    // The last act is the end, so that the handle has gone all the way.
    shareOf: (position) =>
      position >= times.length ? 1 : position === 0 ? 0 : (shares[position - 1] ?? 1),
    positionAt: (wanted) => {
      if (wanted >= 1) return times.length;
      const beyond = shares.findIndex((one) => one > wanted);
      return beyond === -1 ? times.length : beyond;
    },
    ticks: ticks.map(({ x, label }) => ({ share: share(x), label })),
    dates: dateMarks(ticks, width, DATE_ROOM).map(({ x, date }) => ({ share: share(x), date })),
    folds: axis.folds.map(({ left, right, label }) => ({
      from: share(left),
      to: share(right),
      label,
    })),
  };
}
