import type { EventFilter } from '#shared/ipc/events.ts';
import type { Aliases } from './field-columns.ts';
import type { Database } from './database.ts';
import { compileFilter } from './filter.ts';
import { UNDATED } from '#shared/model/time.ts';

const BUCKETS = 4_096n;

interface Bucket {
  readonly start: bigint;
  readonly count: number;
  /** Matches before this bucket, in rising time order. */
  readonly before: number;
}

/**
 * How the matches of one filter lie in time: enough to jump to the nth of them by reading only a sliver of the table.
 * `width` is the length of a bucket, ns.
 */
export interface TimeIndex {
  readonly total: number;
  readonly width: bigint;
  readonly buckets: readonly Bucket[];
}

export async function buildTimeIndex(
  database: Database,
  filter: EventFilter,
  aliases: Aliases,
  signal?: AbortSignal,
): Promise<TimeIndex> {
  const bounds = compileFilter(filter, aliases);
  const [extent] = await database.rows(
    {
      text: `SELECT min("time") AS low, max("time") FILTER ("time" <> ${UNDATED}) AS high FROM events WHERE ${bounds.where}`,
      params: bounds.params.values,
    },
    signal,
  );
  const [low, high] = [extent?.['low'], extent?.['high']];
  const start = typeof low === 'bigint' && low !== UNDATED ? low : 0n;
  const width = (typeof high === 'bigint' ? high - start : 0n) / BUCKETS + 1n;
  const { where, params } = compileFilter(filter, aliases);
  const [origin, unit] = [params.add(start), params.add(width)];
  const rows = await database.rows(
    {
      text: `SELECT CASE WHEN "time" = ${UNDATED} THEN NULL ELSE ("time" - ${origin}) // ${unit} END AS bucket, count(*) AS n
        FROM events WHERE ${where} GROUP BY 1 ORDER BY 1 NULLS LAST`,
      params: params.values,
    },
    signal,
  );
  let before = 0;
  const buckets = rows.map((row): Bucket => {
    const { bucket: number } = row;
    const bucketStart = typeof number === 'bigint' ? start + number * width : UNDATED;
    const bucket = { start: bucketStart, count: Number(row['n']), before };
    before += bucket.count;
    return bucket;
  });
  return { total: before, width, buckets };
}

/** Where to read for matches `start` … `start + count - 1`: a time range, and how many matches to pass over in it. */
export function sliceOf(
  index: TimeIndex,
  start: number,
  count: number,
): { readonly from: bigint; readonly through: bigint; readonly skip: number } | undefined {
  const first = index.buckets.findLast((bucket) => bucket.before <= start && bucket.count > 0);
  if (first === undefined || start >= index.total || count <= 0) return undefined;
  const end = Math.min(index.total, start + count);
  const last = index.buckets.findLast((bucket) => bucket.before < end) ?? first;
  // The end is kept inclusive: nothing comes after the undated ones.
  const through = last.start === UNDATED ? UNDATED : last.start + index.width - 1n;
  return { from: first.start, through, skip: start - first.before };
}
