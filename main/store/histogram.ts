import type { EventFilter, Histogram } from '#shared/ipc/events.ts';
import { UNDATED } from '#shared/model/time.ts';
import type { Database } from './database.ts';
import type { Aliases } from './field-columns.ts';
import { compileFilter } from './filter.ts';

const SECOND = 1_000_000_000n;
/** Widths that people read: seconds to years. ns. */
const WIDTHS: readonly bigint[] = [
  1_000n,
  10_000n,
  100_000n,
  1_000_000n,
  10_000_000n,
  100_000_000n,
  SECOND,
  2n * SECOND,
  5n * SECOND,
  10n * SECOND,
  15n * SECOND,
  30n * SECOND,
  60n * SECOND,
  120n * SECOND,
  300n * SECOND,
  600n * SECOND,
  900n * SECOND,
  1_800n * SECOND,
  3_600n * SECOND,
  7_200n * SECOND,
  10_800n * SECOND,
  21_600n * SECOND,
  43_200n * SECOND,
  86_400n * SECOND,
  172_800n * SECOND,
  604_800n * SECOND,
  1_209_600n * SECOND,
  2_592_000n * SECOND,
  7_776_000n * SECOND,
  31_536_000n * SECOND,
  315_360_000n * SECOND,
];

const floorTo = (value: bigint, width: bigint): bigint => {
  const rest = value % width;
  return value - (rest < 0n ? rest + width : rest);
};

/** The narrowest readable width that needs at most `maxBins` bins from `first` through `last`. */
export function binWidthFor(first: bigint, last: bigint, maxBins: number): bigint {
  const fits = (width: bigint): boolean =>
    (floorTo(last, width) - floorTo(first, width)) / width + 1n <= BigInt(maxBins);
  return WIDTHS.find(fits) ?? (last - first) / BigInt(Math.max(1, maxBins - 1)) + 1n;
}

/** Matches over time. Bins begin at whole multiples of their width since 1970 and have no gaps. */
export async function histogram(
  database: Database,
  filter: EventFilter & { readonly maxBins: number },
  aliases: Aliases,
  signal?: AbortSignal,
): Promise<Histogram> {
  const extent = compileFilter(filter, aliases);
  const [found] = await database.rows(
    {
      text: `SELECT min("time") AS low, max("time") FILTER ("time" <> ${UNDATED}) AS high,
        count(*) FILTER ("time" = ${UNDATED}) AS undated FROM events WHERE ${extent.where}`,
      params: extent.params.values,
    },
    signal,
  );
  const undated = Number(found?.['undated'] ?? 0);
  const [low, high] = [found?.['low'], found?.['high']];
  if (typeof low !== 'bigint' || typeof high !== 'bigint') {
    return { start: 0n, binWidth: SECOND, counts: new Float64Array(0), byCategory: [], undated };
  }
  // A brushed range keeps its own ends, so that the picture does not jump to the first match.
  const first = filter.from ?? low;
  const last = filter.to === undefined ? high : filter.to - 1n;
  const binWidth = binWidthFor(first, last, filter.maxBins);
  const start = floorTo(first, binWidth);
  const bins = Number((floorTo(last, binWidth) - start) / binWidth) + 1;
  const { where, params } = compileFilter(filter, aliases);
  const [origin, unit] = [params.add(start), params.add(binWidth)];
  const rows = await database.rows(
    {
      text: `SELECT ("time" - ${origin}) // ${unit} AS bin, category, count(*) AS n
        FROM events WHERE ${where} AND "time" <> ${UNDATED} GROUP BY 1, 2`,
      params: params.values,
    },
    signal,
  );
  const counts = new Float64Array(bins);
  const parts = new Map<string, Float64Array>();
  for (const row of rows) {
    const bin = Number(row['bin']);
    const category = String(row['category'] ?? 'other');
    const part = parts.get(category) ?? new Float64Array(bins);
    parts.set(category, part);
    part[bin] = Number(row['n']);
    counts[bin] = (counts[bin] ?? 0) + Number(row['n']);
  }
  const sum = (values: Float64Array): number => values.reduce((total, n) => total + n, 0);
  const byCategory = [...parts]
    .map(([category, values]) => ({ category, counts: values, total: sum(values) }))
    .sort((a, b) => b.total - a.total || (a.category < b.category ? -1 : 1))
    .map(({ category, counts: values }) => ({ category, counts: values }));
  return { start, binWidth, counts, byCategory, first: low, last: high, undated };
}
