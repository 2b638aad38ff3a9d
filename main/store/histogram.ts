import type { EventFilter, Histogram } from '#shared/ipc/events.ts';
import { UNDATED } from '#shared/model/time.ts';
import { binWidthFor, floorTo } from './bin-width.ts';
import type { Categories } from './categories.ts';
import type { Matches } from './matches.ts';
import type { TimeOrder } from './time-order.ts';

/** Matches over time. Bins begin at whole multiples of their width since 1970 and have no gaps. */
export async function histogram(
  parts: {
    readonly matches: Matches;
    readonly order: TimeOrder;
    readonly categories: Categories;
  },
  filter: EventFilter & { readonly maxBins: number },
  signal?: AbortSignal,
): Promise<Histogram> {
  const { order } = parts;
  const match = await parts.matches.of(filter, signal);
  const byCategory = await parts.categories.positions(signal);
  const { positions } = match;
  const dated = positions.rank(order.before(UNDATED));
  const undated = positions.total - dated;
  if (dated === 0) {
    return {
      start: 0n,
      binWidth: 1_000_000_000n,
      counts: new Float64Array(0),
      byCategory: [],
      undated,
    };
  }
  const low = order.timeAt(positions.slice(0, 1)[0] ?? 0);
  const high = order.timeAt(positions.slice(dated - 1, 1)[0] ?? 0);
  // A brushed range keeps its own ends, so that the picture does not jump to the first match.
  const first = filter.from ?? low;
  const last = filter.to === undefined ? high : filter.to - 1n;
  const binWidth = binWidthFor(first, last, filter.maxBins);
  const start = floorTo(first, binWidth);
  const bins = Number((floorTo(last, binWidth) - start) / binWidth) + 1;
  const edges = Array.from({ length: bins + 1 }, (_, i) =>
    order.before(start + BigInt(i) * binWidth),
  );
  // The last bin ends above every match; what is undated stands behind.
  edges[bins] = Math.min(edges[bins] ?? 0, order.before(UNDATED));
  const counts = new Float64Array(bins);
  const split: { category: string; counts: Float64Array; total: number }[] = [];
  for (const [category, bits] of byCategory) {
    const own = new Float64Array(bins);
    let total = 0;
    for (let bin = 0; bin < bins; bin++) {
      const n = positions.countBoth(bits, edges[bin] ?? 0, edges[bin + 1] ?? 0);
      own[bin] = n;
      counts[bin] = (counts[bin] ?? 0) + n;
      total += n;
    }
    if (total > 0) split.push({ category, counts: own, total });
  }
  split.sort((a, b) => b.total - a.total || (a.category < b.category ? -1 : 1));
  return {
    start,
    binWidth,
    counts,
    byCategory: split.map(({ category, counts: own }) => ({ category, counts: own })),
    first: low,
    last: high,
    undated,
  };
}
