import type { Comparison, ComparedValue, TimeRange } from '#shared/ipc/events.ts';
import { counted, grouping, textOf, type FacetParts } from './facet.ts';
import { targetOf } from './field-columns.ts';
import { Params } from './params.ts';

interface CompareRequest {
  readonly query: string;
  readonly field: string;
  readonly a: TimeRange;
  readonly b: TimeRange;
  readonly limit: number;
}

/** A field's values in one range of time against another: what changed most, by its share of each, comes first. */
export async function compare(
  parts: FacetParts,
  { query, field, a, b, limit }: CompareRequest,
  signal?: AbortSignal,
): Promise<Comparison> {
  const target = targetOf(field, parts.aliases);
  const [inA, inB] = [await parts.matches.of({ query, ...a }, signal), { query, ...b }];
  const totalA = inA.positions.total;
  const matchB = await parts.matches.of(inB, signal);
  const totalB = matchB.positions.total;
  const all: ComparedValue[] = [];
  if (target.kind === 'column') {
    const text = textOf(parts.terms, target.columns);
    const before = await counted(parts, target.columns, { query, ...a }, signal);
    const after = await counted(parts, target.columns, inB, signal);
    const counts = new Map<number, { a: number; b: number }>();
    before.codes.forEach((code, i) => counts.set(code, { a: before.counts[i] ?? 0, b: 0 }));
    after.codes.forEach((code, i) =>
      counts.set(code, { a: counts.get(code)?.a ?? 0, b: after.counts[i] ?? 0 }),
    );
    for (const [code, both] of counts) all.push({ value: text(code), ...both });
  } else {
    const params = new Params();
    const counts = (match: typeof inA): string =>
      `SELECT value, count(*) AS n FROM (${grouping(parts, target, match, params)}) WHERE value IS NOT NULL GROUP BY 1`;
    const rows = await parts.database.rows(
      {
        text: `SELECT coalesce(a.value, b.value) AS value, coalesce(a.n, 0) AS a, coalesce(b.n, 0) AS b
          FROM (${counts(inA)}) a FULL JOIN (${counts(matchB)}) b ON a.value = b.value`,
        params: params.values,
      },
      signal,
    );
    for (const row of rows) {
      all.push({ value: String(row['value']), a: Number(row['a']), b: Number(row['b']) });
    }
  }
  const change = (one: ComparedValue): number =>
    Math.abs(Math.log((one.b + 0.5) / (totalB + 1)) - Math.log((one.a + 0.5) / (totalA + 1)));
  all.sort(
    (one, other) =>
      change(other) - change(one) ||
      Math.max(other.a, other.b) - Math.max(one.a, one.b) ||
      (one.value < other.value ? -1 : 1),
  );
  return { field, values: all.slice(0, limit), distinct: all.length, totalA, totalB };
}
