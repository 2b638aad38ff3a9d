import type { Histogram } from '#shared/ipc/events.ts';
import { CLASS_GROUPS, classLook } from '#renderer/ui/marks/event-class.ts';
import type { ClassGroup } from '#renderer/ui/marks/event-class.ts';

export type HeightScale = 'linear' | 'log';

export interface Segment {
  readonly group: ClassGroup;
  readonly count: number;
  /** 0 at the lower edge to 1 at the upper. */
  readonly from: number;
  readonly to: number;
}

export interface Bar {
  readonly bin: number;
  readonly total: number;
  /** Share of the full height. */
  readonly height: number;
  /** From the lower edge upwards, in the order of CLASS_GROUPS. */
  readonly segments: readonly Segment[];
}

/** The share of the full height that a count gets when the largest is `most`. Anything above zero can be seen. */
export function heightOf(count: number, most: number, scale: HeightScale): number {
  if (count <= 0 || most <= 0) return 0;
  return scale === 'linear' ? count / most : Math.log1p(count) / Math.log1p(most);
}

/** Counts of each class group in each bin. */
function grouped(histogram: Histogram): ReadonlyMap<ClassGroup, Float64Array> {
  const sums = new Map<ClassGroup, Float64Array>();
  for (const { category, counts } of histogram.byCategory) {
    const { group } = classLook(category);
    const sum = sums.get(group) ?? new Float64Array(histogram.counts.length);
    for (const [bin, count] of counts.entries()) sum[bin] = (sum[bin] ?? 0) + count;
    sums.set(group, sum);
  }
  return sums;
}

/** Bars for every bin that holds something. On a logarithmic scale the whole is scaled, and shared out in proportion. */
export function barsOf(histogram: Histogram, scale: HeightScale): readonly Bar[] {
  const sums = grouped(histogram);
  const most = histogram.counts.reduce((max, count) => Math.max(max, count), 0);
  const bars: Bar[] = [];
  for (const [bin, total] of histogram.counts.entries()) {
    if (total === 0) continue;
    const height = heightOf(total, most, scale);
    const segments: Segment[] = [];
    let below = 0;
    for (const group of CLASS_GROUPS) {
      const count = sums.get(group)?.[bin] ?? 0;
      if (count === 0) continue;
      segments.push({
        group,
        count,
        from: (below / total) * height,
        to: ((below + count) / total) * height,
      });
      below += count;
    }
    bars.push({ bin, total, height, segments });
  }
  return bars;
}

/** Groups with their totals, largest first: the legend. */
export const groupTotals = (
  histogram: Histogram,
): readonly { readonly group: ClassGroup; readonly count: number }[] =>
  [...grouped(histogram)]
    .map(([group, counts]) => ({ group, count: counts.reduce((sum, count) => sum + count, 0) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
