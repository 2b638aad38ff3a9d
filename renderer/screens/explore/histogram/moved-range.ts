import type { Range } from '../view.ts';
import { edgesOf, rangeOfBins } from './axis.ts';
import type { Axis } from './axis.ts';

export type Edge = 'from' | 'to' | 'both';

/**
 * A range moved by bins at one edge or as a whole, kept within the axis and at least one bin long. Without a range
 * yet, it begins in the middle of the axis.
 */
export function movedRange(axis: Axis, range: Range | undefined, edge: Edge, by: number): Range {
  if (range === undefined) {
    const middle = Math.floor(axis.bins / 2);
    return rangeOfBins(axis, middle, middle);
  }
  const { low, high } = edgesOf(axis, range);
  const last = Math.max(low, high - 1);
  switch (edge) {
    case 'from':
      return rangeOfBins(axis, Math.max(0, Math.min(last, low + by)), last);
    case 'to':
      return rangeOfBins(axis, low, Math.max(low, Math.min(axis.bins - 1, last + by)));
    case 'both': {
      const step = Math.max(-low, Math.min(axis.bins - 1 - last, by));
      return rangeOfBins(axis, low + step, last + step);
    }
  }
}
