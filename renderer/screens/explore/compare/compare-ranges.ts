import type { Range } from '../view.ts';

/** Two ranges of time: what is new or gone is told of the second against the first. */
export interface RangePair {
  readonly a: Range;
  readonly b: Range;
}

/** A range against the time before it, as long as it is itself. */
export const againstBefore = (b: Range): RangePair => ({
  a: { from: b.from - (b.to - b.from), to: b.from },
  b,
});

const MINUTE = 60_000_000_000n;

/** The two halves of a stretch, parted at a whole minute if there is one near. */
export function halves({ from, to }: Range): RangePair {
  const exact = from + (to - from) / 2n;
  const middle = to - from < 60n * MINUTE ? exact : exact - (exact % MINUTE);
  return { a: { from, to: middle }, b: { from: middle, to } };
}
